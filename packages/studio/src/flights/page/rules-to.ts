import type { VerdictRule } from 'holon'

/** The rules up to the first that holds, which decided, and those that were not asked any more. */
export function rulesTo(rules: readonly VerdictRule[]): {
  readonly led: readonly VerdictRule[]
  readonly others: readonly VerdictRule[]
} {
  const first = rules.findIndex(({ holds }) => holds)
  const end = first === -1 ? rules.length : first + 1
  return { led: rules.slice(0, end), others: rules.slice(end) }
}
