import { requireProbability } from '../argument.ts'

/**
 * How p-values of several hypotheses are adjusted. The first two bound the false discovery rate, the others
 * any error at all.
 */
export type Adjustment =
  | 'benjamini-hochberg'
  | 'benjamini-yekutieli'
  | 'bonferroni'
  | 'holm'
  | 'holm-sidak'
  | 'hochberg'
  | 'hochberg-sidak'

type Factor = (p: number, rank: number, m: number) => number

/**
 * The adjusted value of the p-value at `rank` (1 = smallest) of m, and from which end it is made monotone.
 */
const adjustments: Record<Adjustment, { direction: 'up' | 'down'; factor: Factor }> = {
  'benjamini-hochberg': { direction: 'up', factor: (p, rank, m) => (p * m) / rank },
  'benjamini-yekutieli': { direction: 'up', factor: (p, rank, m) => (p * m * harmonic(m)) / rank },
  bonferroni: { direction: 'down', factor: (p, _rank, m) => p * m },
  holm: { direction: 'down', factor: (p, rank, m) => p * (m - rank + 1) },
  'holm-sidak': { direction: 'down', factor: (p, rank, m) => sidak(p, m - rank + 1) },
  hochberg: { direction: 'up', factor: (p, rank, m) => p * (m - rank + 1) },
  'hochberg-sidak': { direction: 'up', factor: (p, rank, m) => sidak(p, m - rank + 1) },
}

/**
 * Adjusted p-values in input order: reject those at most alpha. Step-up adjustments (Benjamini-Hochberg,
 * Hochberg) assume independent or positively dependent tests; Benjamini-Yekutieli, Bonferroni and Holm assume
 * nothing.
 *
 * @example
 * ```ts
 * adjustPValues([0.01, 0.04], 'holm') // [0.02, 0.04]
 * ```
 */
export function adjustPValues(pValues: readonly number[], adjustment: Adjustment): number[] {
  for (const p of pValues) requireProbability('p-value', p)
  const { direction, factor } = adjustments[adjustment]
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p)
  const raw = order.map(({ p }, i) => factor(p, i + 1, order.length))
  const monotone = direction === 'up' ? runningMinimum(raw.reverse()).reverse() : runningMaximum(raw)
  const adjusted = new Array<number>(pValues.length)
  for (const [i, { index }] of order.entries()) adjusted[index] = Math.min(1, monotone[i] ?? 1)
  return adjusted
}

function harmonic(m: number): number {
  let total = 0
  for (let k = 1; k <= m; k += 1) total += 1 / k
  return total
}

/** 1 - (1 - p)^m without cancellation for small p. */
function sidak(p: number, m: number): number {
  return -Math.expm1(m * Math.log1p(-p))
}

function runningMinimum(values: readonly number[]): number[] {
  let least = Infinity
  return values.map((value) => {
    least = Math.min(least, value)
    return least
  })
}

function runningMaximum(values: readonly number[]): number[] {
  let most = -Infinity
  return values.map((value) => {
    most = Math.max(most, value)
    return most
  })
}
