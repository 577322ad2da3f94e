import { requireShare } from '../argument.ts'
import { normalQuantile, normalSurvival } from '../distribution/normal.ts'
import { spendingBounds } from './group-sequential.ts'

/** How the error is spent over the looks: hardly any at the first, or about alike at all. */
export type Spending = 'obrien-fleming' | 'pocock'

/**
 * The two-sided error that may be spent up to a share of the information, half of it on either side (K. Lan, D. DeMets,
 * 1983): nothing at 0, all of `alpha` at 1 and beyond.
 */
export function spentBy(spending: Spending, information: number, alpha = 0.05): number {
  requireShare('alpha', alpha)
  const share = Math.min(1, information)
  if (share <= 0) return 0
  if (spending === 'pocock') return alpha * Math.log1p((Math.E - 1) * share)
  return 4 * normalSurvival(normalQuantile(1 - alpha / 4) / Math.sqrt(share))
}

/** Bounds on |Z| at each look, `information` being its share of what is planned, ascending. */
export function boundsOfSpending(
  spending: Spending,
  information: readonly number[],
  alpha = 0.05,
): readonly number[] {
  return spendingBounds(
    information,
    information.map((share) => spentBy(spending, share, alpha)),
  )
}

// Below the first, a p-value says nothing more. Each is so many times the one before, and 0.05 is among them.
const least = 1e-6
const growth = 1.5
const levels = [
  ...Array.from({ length: 27 }, (_, i) => 0.05 / growth ** (26 - i)).filter((level) => level >= least),
  ...Array.from({ length: 7 }, (_, i) => 0.05 * growth ** (i + 1)),
]

/**
 * The p-value of group-sequential tests with looks at the same shares of the information: the smallest error at which a
 * boundary would have been crossed at the last look or before (Q. Liu, K. Anderson, 2008), from 1e-6; between levels that
 * are half as large again it is interpolated. Valid at every look, so several may be corrected for each other. Make the
 * function once for all tests of a look: their boundaries are the same.
 *
 * @returns a function of Z at each look so far, whatever its sign
 * @example
 * ```ts
 * import { sequentialPValue } from 'holon/stats'
 * sequentialPValue('obrien-fleming', [0.5, 1])([1, 1.9]) < 0.05 // false
 * ```
 */
export function sequentialPValue(
  spending: Spending,
  information: readonly number[],
): (statistics: readonly number[]) => number {
  const known = new Map<number, readonly number[]>()
  const boundsAt = (level: number): readonly number[] => {
    const bounds = known.get(level) ?? boundsOfSpending(spending, information, levels[level])
    known.set(level, bounds)
    return bounds
  }
  return (statistics) => {
    const beyond = (level: number): number =>
      Math.max(...boundsAt(level).map((bound, look) => Math.abs(statistics[look] ?? 0) - bound))
    return levelOf(beyond)
  }
}

/** The level at which nothing would be beyond a bound any more. */
function levelOf(beyond: (level: number) => number): number {
  let [low, high] = [-1, levels.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (beyond(middle) >= 0) high = middle
    else low = middle
  }
  const [above, below] = [levels[high], levels[low]]
  if (above === undefined) return 1
  if (below === undefined) return least
  const [excess, lack] = [beyond(high), -beyond(low)]
  return below * (above / below) ** (lack / (lack + excess))
}
