import type { Rule } from './rule.ts'

/** Who treats groups differently on purpose must look at what comes of it. */
export const groupPolicyUnwatched: Rule = {
  name: 'group-policy-unwatched',
  severity: 'warning',
  find: (system) =>
    system.decisions
      .filter((one) => one.policy.kind === 'by-group')
      .filter((one) => !system.fairness.some(({ decision }) => decision === one.name))
      .map((one) => ({
        where: `decision "${one.name}"`,
        problem: 'It decides differently by group, and nobody looks at how the groups fare.',
        fix: 'Declare what to look at with fairness(…), and list it under `fairness` of the system.',
      })),
}
