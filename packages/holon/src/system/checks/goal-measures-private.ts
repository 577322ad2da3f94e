import type { Expression, Measure } from '../../spec/measure.ts'
import type { Rule } from './rule.ts'

/** The warehouse never sees a person's fields, so no goal can be measured on them. */
export const goalMeasuresPrivate: Rule = {
  name: 'goal-measures-private',
  severity: 'error',
  find: (system) =>
    system.goals.flatMap((goal) => {
      const decision = system.decisions.find((one) => one.name === goal.measure?.decision)
      if (goal.measure === undefined || decision === undefined) return []
      const feedback = new Map(decision.feedbackParts.map((back) => [back.name, back.dataClass]))
      return parts(goal.measure)
        .flatMap((node) => {
          if (node.op === 'context')
            return [[node.path[0] ?? '', decision.dataClasses[node.path[0] ?? '']] as const]
          return node.op === 'feedback' ? [[node.name, feedback.get(node.name)] as const] : []
        })
        .filter(([, dataClass]) => dataClass !== 'public')
        .map(([name]) => ({
          where: `goal "${goal.name}"`,
          problem: `Its measure reads "${name}", which is personal and never reaches the warehouse.`,
          fix: `Measure something public, or mark a coarse form of the field with dataClass: 'public'.`,
        }))
    }),
}

/** All expressions inside a measure. */
function parts(node: Measure | Expression): readonly Expression[] {
  const inside = Object.values(node).flatMap((child) => (Array.isArray(child) ? child : [child]))
  const expressions = inside.filter(
    (child): child is Expression => typeof child === 'object' && child !== null && 'op' in child,
  )
  return expressions.flatMap((child) => [child, ...parts(child)])
}
