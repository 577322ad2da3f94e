import type { Rule } from './rule.ts'

/** Acting by itself at a cost needs a limit outside the model. */
export const automateWithoutGuardrail: Rule = {
  name: 'automate-without-guardrail',
  severity: 'error',
  find: (system) =>
    system.decisions
      .filter((decision) => decision.guardrails.length === 0)
      .flatMap((decision) =>
        decision.experiences
          .filter((one) => one.style === 'automate' && one.wrong < 0)
          .map((one) => ({
            where: `experience "${one.name}" of decision "${decision.name}"`,
            problem:
              'It acts by itself, being wrong costs something, and no guardrail stands outside the model.',
            fix: 'Add a guardrail that bounds what it may do, or ask before acting (style "prompt").',
          })),
      ),
}
