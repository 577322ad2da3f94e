import { requirePaired } from '../argument.ts'

/** What each kind of answer is worth. */
export interface Reward {
  readonly tp: number
  readonly fp: number
  readonly fn: number
  readonly tn: number
}

/**
 * A threshold and the total reward it earned on the data: rows with a score of at least `threshold` are
 * accepted.
 */
export interface RewardedThreshold {
  readonly threshold: number
  readonly reward: number
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
  requirePaired(scores, labels)
  const rows = scores
    .map((score, i) => ({ score, positive: labels[i] === 1, weight: weights?.[i] ?? 1 }))
    .sort((a, b) => b.score - a.score)
  let total = 0
  for (const row of rows) total += row.weight * (row.positive ? reward.fn : reward.tn)
  let best: RewardedThreshold = { threshold: Infinity, reward: total }
  for (const [i, row] of rows.entries()) {
    total += row.weight * (row.positive ? reward.tp - reward.fn : reward.fp - reward.tn)
    const last = rows[i + 1]?.score !== row.score
    if (last && total > best.reward) best = { threshold: row.score, reward: total }
  }
  return best
}
