/**
 * A list with one item in another place.
 *
 * @example
 * ```ts
 * moved(['a', 'b', 'c'], 2, 0) // ['c', 'a', 'b']
 * ```
 */
export function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const rest = items.toSpliced(from, 1)
  return rest.toSpliced(to, 0, ...items.slice(from, from + 1))
}
