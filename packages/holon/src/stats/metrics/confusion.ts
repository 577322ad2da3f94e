import { requireLabelled } from './labelled.ts'

/** Counts of right and wrong answers. Counts of two sets of rows add up. */
export interface Confusion {
  readonly tp: number
  readonly fp: number
  readonly fn: number
  readonly tn: number
}

/** Rates of a confusion table. One whose denominator is 0 is NaN: nothing is known about it. */
export interface ConfusionRates {
  readonly accuracy: number
  /** Share of positive answers that are right (positive predictive value). */
  readonly precision: number
  /** Share of positive rows that are found (sensitivity, true-positive rate). */
  readonly recall: number
  /** Share of negative rows that are left alone (true-negative rate). */
  readonly specificity: number
  readonly falsePositiveRate: number
  readonly falseNegativeRate: number
  /** Share of negative answers that are right. */
  readonly negativePredictiveValue: number
  /** Share of rows that are positive. */
  readonly prevalence: number
  /** Share of rows answered with positive. */
  readonly selectionRate: number
  readonly f1: number
}

/** Counts answers of "positive" from `threshold` on. */
export function confusion(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  threshold = 0.5,
): Confusion {
  requireLabelled(probabilities, labels)
  const counts = { tp: 0, fp: 0, fn: 0, tn: 0 }
  for (let i = 0; i < labels.length; i += 1) {
    const positive = (probabilities[i] ?? Number.NaN) >= threshold
    if (labels[i] === 1) counts[positive ? 'tp' : 'fn'] += 1
    else counts[positive ? 'fp' : 'tn'] += 1
  }
  return counts
}

/** The counts of two sets of rows taken together. */
export function mergeConfusions(a: Confusion, b: Confusion): Confusion {
  return { tp: a.tp + b.tp, fp: a.fp + b.fp, fn: a.fn + b.fn, tn: a.tn + b.tn }
}

/** The rates of a confusion table. */
export function confusionRates({ tp, fp, fn, tn }: Confusion): ConfusionRates {
  const n = tp + fp + fn + tn
  return {
    accuracy: (tp + tn) / n,
    precision: tp / (tp + fp),
    recall: tp / (tp + fn),
    specificity: tn / (tn + fp),
    falsePositiveRate: fp / (fp + tn),
    falseNegativeRate: fn / (fn + tp),
    negativePredictiveValue: tn / (tn + fn),
    prevalence: (tp + fn) / n,
    selectionRate: (tp + fp) / n,
    f1: (2 * tp) / (2 * tp + fp + fn),
  }
}
