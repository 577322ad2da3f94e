import type { Comparison, Expression } from 'holon'

/** One thing that has to hold of a public field. */
export interface Condition {
  readonly field: string
  readonly by: Comparison
  readonly value: string | number | boolean
}

/** How a field may be compared, in words. */
export const comparisons: readonly { readonly by: Comparison; readonly words: string }[] = [
  { by: 'eq', words: 'is' },
  { by: 'ne', words: 'is not' },
  { by: 'ge', words: 'is at least' },
  { by: 'gt', words: 'is above' },
  { by: 'le', words: 'is at most' },
  { by: 'lt', words: 'is below' },
]

/** Who takes part: those of whom all conditions hold; everybody without any. */
export function expressionOf(conditions: readonly Condition[]): Expression | undefined {
  const all = conditions.map(
    ({ field, by, value }): Expression => ({
      op: 'compare',
      by,
      left: { op: 'context', path: [field] },
      right: { op: 'literal', value },
    }),
  )
  return all.length > 1 ? { op: 'and', of: all } : all[0]
}

/** The conditions in an expression; undefined where it says more than conditions can. */
export function conditionsIn(expression: Expression): readonly Condition[] | undefined {
  if (expression.op === 'and') {
    const all = expression.of.map(conditionsIn)
    return all.every((one) => one !== undefined) ? all.flat() : undefined
  }
  if (expression.op !== 'compare') return undefined
  const { by, left, right } = expression
  if (left.op !== 'context' || right.op !== 'literal' || left.path.length !== 1) return undefined
  return [{ field: left.path[0] ?? '', by, value: right.value }]
}

/** Conditions in words: `status is single and age is at least 60`. */
export function audienceWords(conditions: readonly Condition[], name: (field: string) => string): string {
  return conditions
    .map(({ field, by, value }) => {
      const words = comparisons.find((one) => one.by === by)?.words ?? by
      const said = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
      return `${name(field)} ${words} ${said === '' ? '…' : said}`
    })
    .join(' and ')
}
