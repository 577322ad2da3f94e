import { requireCount } from '../argument.ts'
import { logChoose } from '../special/log-gamma.ts'
import type { Alternative } from './test-result.ts'

/**
 * Fisher's exact test of a 2 by 2 table [[a, b], [c, d]], given its margins. Two-sided: the total probability
 * of all tables no likelier than this one (R. A. Fisher, 1934); `greater`: a larger than chance.
 */
export function fisherTest(
  table: readonly [readonly [number, number], readonly [number, number]],
  alternative: Alternative = 'two-sided',
): number {
  const [[a, b], [c, d]] = table
  for (const count of [a, b, c, d]) requireCount('count', count)
  const lowest = Math.max(0, a - d)
  const highest = Math.min(a + b, a + c)
  const all = logChoose(a + b + c + d, a + c)
  const probability = (k: number): number => Math.exp(logChoose(a + b, k) + logChoose(c + d, a + c - k) - all)
  // Tables of equal probability must count as equal in spite of rounding.
  const limit = probability(a) * (1 + 1e-7)
  let total = 0
  for (let k = lowest; k <= highest; k += 1) {
    const counts =
      alternative === 'greater' ? k >= a : alternative === 'less' ? k <= a : probability(k) <= limit
    if (counts) total += probability(k)
  }
  return Math.min(1, total)
}
