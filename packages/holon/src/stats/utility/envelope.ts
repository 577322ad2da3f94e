import { indifference, requireUtility, type UtilityLine } from './line.ts'

/** The line `index` is best from the probability `from` to the probability `to`, both included. */
export interface BestStretch {
  readonly index: number
  readonly from: number
  readonly to: number
}

/**
 * Which experience is best at which probability: the upper envelope of their utility lines over [0, 1], ascending
 * and without gaps. Its inner ends are the thresholds that follow from the utilities; there two neighbours are worth
 * the same. Of equal lines the first stands for all; a line that is best at one point only is left out. O(n log n).
 *
 * With costs as negative utilities two lines give the threshold of C. Elkan, The Foundations of Cost-Sensitive
 * Learning, 2001; with lines for acting, asking and doing nothing those of E. Horvitz, Principles of Mixed-Initiative
 * User Interfaces, 1999; with a flat line for handing over the reject option of C. K. Chow, 1970.
 *
 * @throws HolonError `input-invalid` for a utility that is not a number between -1e300 and 1e300
 * @example
 * ```ts
 * const lines = [[0.25, 1], [0.8, 0.7], [1, 0]].map(([whenTrue = 0, whenFalse = 0]) => ({ whenTrue, whenFalse }))
 * utilityEnvelope(lines).map(({ to }) => to) // [0.353, 0.778, 1]
 * ```
 */
export function utilityEnvelope(lines: readonly UtilityLine[]): BestStretch[] {
  const hull: { index: number; line: UtilityLine; from: number }[] = []
  for (const { index, line } of undominated(lines)) {
    let from = overtakes(hull.at(-1)?.line, line)
    for (let last = hull.at(-1); last !== undefined && from <= last.from; last = hull.at(-1)) {
      hull.pop()
      from = overtakes(hull.at(-1)?.line, line)
    }
    if (from < 1) hull.push({ index, line, from })
  }
  return hull.map(({ index, from }, i) => ({ index, from, to: hull[i + 1]?.from ?? 1 }))
}

/**
 * The indices, ascending, of the experiences that are best nowhere: no probability makes a policy choose them.
 *
 * @throws HolonError `input-invalid` as `utilityEnvelope`
 * @example
 * ```ts
 * neverBest([{ whenTrue: 1, whenFalse: 0 }, { whenTrue: 0.9, whenFalse: -1 }]) // [1]
 * ```
 */
export function neverBest(lines: readonly UtilityLine[]): number[] {
  const best = new Set(utilityEnvelope(lines).map(({ index }) => index))
  return lines.flatMap((_, index) => (best.has(index) ? [] : [index]))
}

/** Lines that no other is at least as good as at both ends, by falling value at 0, so by rising value at 1. */
function undominated(lines: readonly UtilityLine[]): { index: number; line: UtilityLine }[] {
  for (const { whenTrue, whenFalse } of lines) {
    requireUtility(whenTrue)
    requireUtility(whenFalse)
  }
  const sorted = lines
    .map((line, index) => ({ index, line }))
    .sort(
      (a, b) => b.line.whenFalse - a.line.whenFalse || b.line.whenTrue - a.line.whenTrue || a.index - b.index,
    )
  let highest = -Infinity
  return sorted.filter(({ line }) => {
    const rises = line.whenTrue > highest
    if (rises) highest = line.whenTrue
    return rises
  })
}

/** Where a line gets above the one before it; from the start where there is none before. */
function overtakes(before: UtilityLine | undefined, line: UtilityLine): number {
  return before === undefined ? 0 : (indifference(before, line) ?? 0)
}
