/**
 * At which of the moments a number of seconds was last announced: changes only when the next one is reached, and says
 * Infinity before the first. Whoever announces on every change of it speaks at the start and at those moments.
 *
 * @example
 * ```ts
 * spokenAt(61, [60, 30, 10]) // Infinity
 * spokenAt(60, [60, 30, 10]) // 60
 * spokenAt(11, [60, 30, 10]) // 30
 * ```
 */
export function spokenAt(left: number, moments: readonly number[]): number {
  return Math.min(...moments.filter((moment) => moment >= left))
}
