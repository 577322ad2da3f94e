import type { Value } from '../spec/expression.ts'
import type { Influenced } from '../spec/loops.ts'
import type { Expression } from '../spec/measure.ts'

/** A value that a loop may influence, by kind and name. */
export function influenced({ decision, node }: Pick<Value, 'decision' | 'node'>): Influenced {
  const kind = node.op === 'context' ? 'input' : node.op === 'feedback' ? 'label' : 'score'
  return { kind, name: nameOf(node), decision }
}

/** What a context field, a feedback or a prediction is called. */
export function nameOf(node: Expression): string {
  switch (node.op) {
    case 'context':
      return node.path.join('.')
    case 'feedback':
      return node.name
    default:
      return 'prediction'
  }
}
