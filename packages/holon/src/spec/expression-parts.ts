import type { Expression } from './measure.ts'

/** The expressions directly inside an expression. */
export function expressionParts(expression: Expression): readonly Expression[] {
  switch (expression.op) {
    case 'known':
    case 'number':
    case 'not':
      return [expression.of]
    case 'and':
    case 'or':
      return expression.of
    case 'compare':
    case 'arithmetic':
      return [expression.left, expression.right]
    default:
      return []
  }
}
