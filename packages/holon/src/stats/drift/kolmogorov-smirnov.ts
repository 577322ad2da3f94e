import { requirePaired } from '../argument.ts'
import type { Alternative, TestResult } from '../test/test-result.ts'

// Up to here the exact p-value is counted; it takes one step for each pair of places.
const mostPairs = 4_000_000

/**
 * The two-sample Kolmogorov-Smirnov test: the largest distance between two empirical distributions.
 * `greater`: the first one's runs above, so its values are smaller. The p-value is exact for samples whose
 * sizes multiply to four millions, otherwise the limit's.
 */
export function ksTest(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  alternative: Alternative = 'two-sided',
): TestResult {
  const { above, below } = largestGaps(x, y)
  const gap = alternative === 'greater' ? above : alternative === 'less' ? below : Math.max(above, below)
  const statistic = gap / (x.length * y.length)
  const exact = x.length * y.length <= mostPairs
  const pValue = exact
    ? reachProbability(x.length, y.length, gap, alternative !== 'two-sided')
    : limitSurvival(statistic, x.length, y.length, alternative !== 'two-sided')
  return { statistic, pValue }
}

/** The distance alone. */
export function ksDistance(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const { above, below } = largestGaps(x, y)
  return Math.max(above, below) / (x.length * y.length)
}

/**
 * How far the first distribution runs above and below the second, times m n: whole numbers compare without
 * rounding.
 */
function largestGaps(x: ArrayLike<number>, y: ArrayLike<number>): { above: number; below: number } {
  requirePaired([x.length > 0], [y.length > 0])
  const a = Float64Array.from(x).sort()
  const b = Float64Array.from(y).sort()
  let i = 0
  let j = 0
  let above = 0
  let below = 0
  while (i < a.length && j < b.length) {
    const place = Math.min(a[i] ?? Infinity, b[j] ?? Infinity)
    while (i < a.length && (a[i] ?? Infinity) <= place) i += 1
    while (j < b.length && (b[j] ?? Infinity) <= place) j += 1
    const gap = i * b.length - j * a.length
    above = Math.max(above, gap)
    below = Math.max(below, -gap)
  }
  return { above, below }
}

/**
 * The probability that the path of a random shuffle of m and n values reaches the gap: all orders are equally
 * likely, and mass that reaches the gap is collected and walks no further.
 */
function reachProbability(m: number, n: number, gap: number, oneSided: boolean): number {
  if (gap === 0) return 1
  let collected = 0
  let row = new Float64Array(n + 1)
  row[0] = 1
  for (let i = 0; i <= m; i += 1) {
    const next = new Float64Array(n + 1)
    for (let j = 0; j <= n; j += 1) {
      const mass = row[j] ?? 0
      if (mass === 0) continue
      const at = i * n - j * m
      if ((oneSided ? at : Math.abs(at)) >= gap) {
        collected += mass
        continue
      }
      const left = m - i + n - j
      if (i < m) next[j] = (next[j] ?? 0) + (mass * (m - i)) / left
      if (j < n) row[j + 1] = (row[j + 1] ?? 0) + (mass * (n - j)) / left
    }
    row = next
  }
  return Math.min(1, collected)
}

/** A. Kolmogorov's and N. Smirnov's limits for large samples. */
function limitSurvival(distance: number, m: number, n: number, oneSided: boolean): number {
  const x2 = ((distance * distance) / (m + n)) * m * n
  if (oneSided) return Math.exp(-2 * x2)
  if (x2 < 0.04) return 1
  let sum = 0
  for (let k = 1; k <= 100; k += 1) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * x2)
  return Math.min(1, Math.max(0, sum))
}
