import { requirePaired } from '../argument.ts'

/**
 * The area under the ROC curve: the probability that a positive row has a higher score than a negative one,
 * ties counting half. Scores may have any range. A label between 0 and 1 counts as that share of a positive
 * row. NaN while one of the classes is missing.
 *
 * @example
 * ```ts
 * auc([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]) // 0.75
 * ```
 */
export function auc(scores: ArrayLike<number>, labels: ArrayLike<number>): number {
  requirePaired(scores, labels)
  const order = Float64Array.from(scores, (_, i) => i).sort((i, j) => (scores[i] ?? 0) - (scores[j] ?? 0))
  let positives = 0
  let negatives = 0
  let pairs = 0
  for (let start = 0; start < order.length; ) {
    const score = scores[order[start] ?? 0]
    let positive = 0
    let negative = 0
    let end = start
    for (; end < order.length && scores[order[end] ?? 0] === score; end += 1) {
      const label = labels[order[end] ?? 0] ?? 0
      positive += label
      negative += 1 - label
    }
    pairs += positive * (negatives + negative / 2)
    positives += positive
    negatives += negative
    start = Math.max(end, start + 1)
  }
  return pairs / (positives * negatives)
}
