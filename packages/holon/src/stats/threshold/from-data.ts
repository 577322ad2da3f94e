import { requirePaired } from '../argument.ts'
import type { Confusion } from '../metrics/confusion.ts'
import { type Criterion, type Reward, rewarded } from './criteria.ts'

/**
 * A threshold and the total reward it earned on the data: rows with a score of at least `threshold` are
 * accepted.
 */
export interface RewardedThreshold {
  readonly threshold: number
  readonly reward: number
}

/** A threshold, what a criterion says of it, and its table of answers. */
export interface JudgedThreshold {
  readonly threshold: number
  readonly value: number
  readonly counts: Confusion
}

/**
 * The threshold of highest total reward on labelled, possibly weighted rows. Candidates are the scores
 * themselves and Infinity (accept nothing); of equal ones the highest, which accepts the fewest.
 */
export function bestThreshold(
  scores: readonly number[],
  labels: readonly number[],
  reward: Reward,
  weights?: readonly number[],
): RewardedThreshold {
  const { threshold, value } = bestThresholdBy(scores, labels, rewarded(reward), weights)
  return { threshold, reward: value }
}

/**
 * The threshold at which a criterion is highest, among the same candidates; those where it is NaN are passed over. A
 * threshold picked on the rows that it is judged by looks better than it is: judge it on others.
 *
 * @example
 * ```ts
 * bestThresholdBy([0.2, 0.4, 0.6, 0.9], [0, 1, 0, 1], fBeta(2)).threshold // 0.4
 * ```
 */
export function bestThresholdBy(
  scores: readonly number[],
  labels: readonly number[],
  criterion: Criterion,
  weights?: readonly number[],
): JudgedThreshold {
  requirePaired(scores, labels)
  if (weights !== undefined) requirePaired(scores, weights)
  const rows = scores
    .map((score, i) => ({ score, positive: labels[i] === 1, weight: weights?.[i] ?? 1 }))
    .sort((a, b) => b.score - a.score)
  const weightOf = (positive: boolean): number =>
    rows.reduce((sum, row) => (row.positive === positive ? sum + row.weight : sum), 0)
  const [positives, negatives] = [weightOf(true), weightOf(false)]
  const judged = (threshold: number, tp: number, fp: number): JudgedThreshold => {
    const counts = { tp, fp, fn: positives - tp, tn: negatives - fp }
    return { threshold, value: criterion(counts), counts }
  }
  let [tp, fp] = [0, 0]
  let best = judged(Infinity, 0, 0)
  for (const [i, { score, positive, weight }] of rows.entries()) {
    if (positive) tp += weight
    else fp += weight
    if (rows[i + 1]?.score === score) continue
    const next = judged(score, tp, fp)
    if (next.value > best.value || Number.isNaN(best.value)) best = next
  }
  return best
}
