import type { Rule } from './rule.ts'

/** A better model is no end in itself. */
export const modelGoalUnsupporting: Rule = {
  name: 'model-goal-unsupporting',
  severity: 'error',
  find: (system) =>
    system.goals
      .filter((goal) => goal.layer === 'model' && goal.supports.length === 0)
      .map((goal) => ({
        where: `goal "${goal.name}"`,
        problem: 'It is about the model and supports no goal of people or system.',
        fix: 'Say in `supports` which goal a better model would move, or drop it.',
      })),
}
