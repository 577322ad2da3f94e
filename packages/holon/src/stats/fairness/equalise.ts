import { requirePaired, requireProbability } from '../argument.ts'

/** Scores of one group and whether yes was right (1 or 0). */
export interface ScoredGroup {
  readonly scores: readonly number[]
  readonly labels: readonly number[]
}

/**
 * A threshold that draws: yes from `high` on, yes with probability `share` from `low` up to `high`, otherwise no. Without
 * a draw `low` and `high` are one.
 */
export interface RandomisedThreshold {
  readonly low: number
  readonly high: number
  readonly share: number
}

/** Among whom the share of yeses is to be the same: those for whom yes is right or wrong, or everybody. */
export type EqualisedRate = 'recall' | 'falsePositiveRate' | 'selectionRate'

/**
 * A threshold for each group that gives all the same rate: equal opportunity for `recall`, demographic parity for
 * `selectionRate`. Where scores have ties or steps, it draws between two neighbouring points of the group's ROC curve
 * (M. Hardt, E. Price, N. Srebro, 2016), so that the rate on these data is `target` to the bit of rounding.
 *
 * @throws HolonError `input-invalid` for a target outside 0 to 1; groups in which the rate has nobody are left out.
 * @example
 * ```ts
 * const group = { scores: [0.2, 0.6, 0.9], labels: [0, 1, 1] }
 * equaliseRate({ a: group }, { rate: 'recall', target: 0.75 }) // { a: { low: 0.6, high: 0.9, share: 0.5 } }
 * ```
 */
export function equaliseRate(
  groups: Readonly<Record<string, ScoredGroup>>,
  { rate, target }: { readonly rate: EqualisedRate; readonly target: number },
): Readonly<Record<string, RandomisedThreshold>> {
  requireProbability('target', target)
  const found = Object.entries(groups).flatMap(([name, group]) => {
    const scores = countedScores(group, rate)
    return scores.length === 0 ? [] : [[name, thresholdAt(scores, target)] as const]
  })
  return Object.fromEntries(found)
}

function countedScores({ scores, labels }: ScoredGroup, rate: EqualisedRate): readonly number[] {
  requirePaired(scores, labels)
  if (rate === 'selectionRate') return scores
  return scores.filter((_, row) => labels[row] === (rate === 'recall' ? 1 : 0))
}

function thresholdAt(scores: readonly number[], target: number): RandomisedThreshold {
  const wanted = target * scores.length
  const tied = [...Map.groupBy(scores, (score) => score)].toSorted(([a], [b]) => b - a)
  let above = 0
  let high = Number.POSITIVE_INFINITY
  for (const [low, { length }] of tied) {
    if (wanted <= above) break
    if (wanted < above + length) return { low, high, share: (wanted - above) / length }
    above += length
    high = low
  }
  return { low: high, high, share: 1 }
}

/** Probability of yes for a score. */
export function chanceOfYes({ low, high, share }: RandomisedThreshold, score: number): number {
  if (score >= high) return 1
  return score >= low ? share : 0
}
