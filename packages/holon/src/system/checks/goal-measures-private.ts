import { privatelyRead } from './privately-read.ts'
import type { Rule } from './rule.ts'

/** The warehouse never sees a person's fields, so no goal can be measured on them. */
export const goalMeasuresPrivate: Rule = {
  name: 'goal-measures-private',
  severity: 'error',
  find: (system) =>
    system.goals.flatMap((goal) => {
      const decision = system.decisions.find((one) => one.name === goal.measure?.decision)
      if (goal.measure === undefined || decision === undefined) return []
      return privatelyRead(decision, [goal.measure]).map((name) => ({
        where: `goal "${goal.name}"`,
        problem: `Its measure reads "${name}", which is personal and never reaches the warehouse.`,
        fix: `Measure something public, or mark a coarse form of the field with dataClass: 'public'.`,
      }))
    }),
}
