/**
 * How a set of labels is formed from class probabilities and a bound. `cumulative` includes the label that
 * reaches the bound (adaptive prediction sets: Y. Romano and others, Classification with Valid and Adaptive Coverage,
 * 2020).
 */
export type SetRule = 'least-ambiguous' | 'top-k' | 'cumulative' | 'cumulative-below'

/**
 * What keeps cumulative sets small: every label after the first `free` ones adds `penalty` to the sum (A. Angelopoulos
 * and others, Uncertainty Sets for Image Classifiers using Conformal Prediction, 2021). Use the same for scores and sets.
 */
export interface Regularisation {
  readonly penalty: number
  readonly free: number
}

const none: Regularisation = { penalty: 0, free: 0 }

/** The conformal score of the true label: the smaller, the better the probabilities agree with it. */
export function labelScore(
  probabilities: readonly number[],
  label: number,
  rule: SetRule,
  regularisation = none,
): number {
  if (rule === 'least-ambiguous') return 1 - (probabilities[label] ?? 0)
  const rank = order(probabilities).indexOf(label)
  return rule === 'top-k' ? rank + 1 : (cumulated(probabilities, regularisation)[rank] ?? 1)
}

/** The labels whose score stays within the bound, in ascending order. */
export function labelSet(
  probabilities: readonly number[],
  bound: number,
  rule: SetRule,
  regularisation = none,
): number[] {
  const ranked = order(probabilities)
  return ranked.slice(0, setSize(probabilities, bound, rule, regularisation)).sort((a, b) => a - b)
}

function setSize(
  probabilities: readonly number[],
  bound: number,
  rule: SetRule,
  regularisation: Regularisation,
): number {
  const sums = cumulated(probabilities, regularisation)
  // Sums of probabilities carry rounding; a label on the bound belongs to the set.
  const limit = bound + 1e-12
  switch (rule) {
    case 'least-ambiguous':
      return probabilities.filter((p) => 1 - p <= limit).length
    case 'top-k':
      return Math.min(probabilities.length, bound)
    case 'cumulative':
      return Math.min(probabilities.length, sums.filter((sum) => sum < bound - 1e-12).length + 1)
    case 'cumulative-below':
      return Math.max(1, sums.filter((sum) => sum <= limit).length)
  }
}

/** Labels from most to least probable; equal ones in their own order. */
function order(probabilities: readonly number[]): number[] {
  return probabilities.map((_, i) => i).sort((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0))
}

function cumulated(probabilities: readonly number[], { penalty, free }: Regularisation): number[] {
  let sum = 0
  return order(probabilities).map((label, rank) => {
    sum += (probabilities[label] ?? 0) + (rank >= free ? penalty : 0)
    return sum
  })
}
