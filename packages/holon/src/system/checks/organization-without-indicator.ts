import type { Rule } from './rule.ts'

/** What an organization wants shows late; something must show it early. */
export const organizationWithoutIndicator: Rule = {
  name: 'organization-without-indicator',
  severity: 'error',
  find: (system) =>
    system.goals
      .filter((goal) => goal.layer === 'organization')
      .filter(
        (goal) =>
          !system.goals.some(
            (other) => other.layer === 'leading' && other.supports.some((to) => to.goal === goal),
          ),
      )
      .map((goal) => ({
        where: `goal "${goal.name}"`,
        problem: 'No leading indicator supports it, so it will be known only when it is too late.',
        fix: 'Add a goal of layer "leading" whose `supports` names it.',
      })),
}
