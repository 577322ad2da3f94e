import { requireCount, requireShare } from '../argument.ts'
import { clopperPearsonInterval } from '../interval/clopper-pearson.ts'
import type { Interval } from '../interval/interval.ts'
import { type Handled, rankCases } from './handled.ts'

/** What handling the cases from a threshold on would mean. */
export interface CoverageRiskPoint extends Handled {
  /** Share of all cases that are handled. */
  readonly coverage: number
  /** Share of the handled ones that are wrong. */
  readonly risk: number
  /** Exact interval of the risk at this threshold alone; the intervals of all points do not hold at once. */
  readonly interval: Interval
}

/**
 * The curve of risk against coverage (R. El-Yaniv, Y. Wiener, On the Foundations of Noise-free Selective
 * Classification, 2010), for drawing: for thresholds at observed scores, from the highest to the lowest, which share
 * of cases is handled and how many of these are wrong. At most about `points` of them, evenly over the coverage; the
 * lowest score is always one. To pick a threshold that keeps a promise use `certifySelective`, not this curve.
 *
 * @throws HolonError `data-invalid` for a score that is not finite, `input-invalid` for lists of unequal length
 * @example
 * ```ts
 * const curve = coverageRisk([0.9, 0.8, 0.6], [false, false, true])
 * curve.map(({ coverage, risk }) => [coverage, risk]) // [[0.333, 0], [0.667, 0], [1, 0.333]]
 * ```
 */
export function coverageRisk(
  scores: readonly number[],
  wrong: readonly boolean[],
  { confidence = 0.95, points = 200 }: { readonly confidence?: number; readonly points?: number } = {},
): CoverageRiskPoint[] {
  requireCount('points', points, 1)
  requireShare('confidence', confidence)
  const cases = rankCases(scores, wrong)
  const curve: CoverageRiskPoint[] = []
  for (let place = 0; place < cases.n; ) {
    const wanted = Math.ceil(((curve.length + 1) * cases.n) / points) - 1
    const threshold = cases.scoreAt(Math.min(cases.n - 1, Math.max(place, wanted)))
    place = cases.from(threshold)
    curve.push(coverageRiskPoint({ threshold, ...cases.before(place) }, cases.n, confidence))
  }
  return curve
}

/** Shares and the exact interval of what is handled out of n cases. */
export function coverageRiskPoint(at: Handled, n: number, confidence: number): CoverageRiskPoint {
  return {
    ...at,
    coverage: at.handled / n,
    risk: at.handled === 0 ? 0 : at.wrong / at.handled,
    interval: clopperPearsonInterval(at.wrong, at.handled, confidence),
  }
}
