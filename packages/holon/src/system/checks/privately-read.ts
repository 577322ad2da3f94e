import type { Expression, Measure } from '../../spec/measure.ts'
import type { DecisionPart } from '../decision.ts'

/** The fields and feedback that are not public, and yet read somewhere in these expressions. */
export function privatelyRead(
  { dataClasses, feedbackParts }: DecisionPart,
  roots: readonly (Expression | Measure)[],
): readonly string[] {
  const feedback = new Map(feedbackParts.map((back) => [back.name, back.dataClass]))
  const read = roots.flatMap(withParts).flatMap((node) => {
    if (node.op === 'context') return [[node.path[0] ?? '', dataClasses[node.path[0] ?? '']] as const]
    return node.op === 'feedback' ? [[node.name, feedback.get(node.name)] as const] : []
  })
  return read.filter(([, dataClass]) => dataClass !== 'public').map(([name]) => name)
}

/** The expression, if it is one, and all inside. */
function withParts(node: Measure | Expression): readonly Expression[] {
  const inside = Object.values(node).flatMap((child) => (Array.isArray(child) ? child : [child]))
  const expressions = inside.filter(
    (child): child is Expression => typeof child === 'object' && child !== null && 'op' in child,
  )
  return [...('decision' in node ? [] : [node]), ...expressions.flatMap(withParts)]
}
