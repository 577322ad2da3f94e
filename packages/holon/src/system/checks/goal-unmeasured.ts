import type { Rule } from './rule.ts'

/** A goal that nothing measures is a wish. */
export const goalUnmeasured: Rule = {
  name: 'goal-unmeasured',
  severity: 'error',
  find: (system) =>
    system.goals
      .filter((goal) => goal.measure === undefined)
      .map((goal) => ({
        where: `goal "${goal.name}"`,
        problem: 'Nothing measures it.',
        fix: 'Give it a `measure`, for example rate(decision.feedback.useful.is(true)).',
      })),
}
