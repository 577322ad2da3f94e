import { requirePaired } from '../argument.ts'

/**
 * How unequally benefits of at least 0 are spread, with `alpha` 2: half the squared coefficient of variation.
 * 0 is equality.
 */
export function generalizedEntropy(benefits: readonly number[], alpha = 2): number {
  if (alpha === 1) return theilIndex(benefits)
  const centre = mean(benefits)
  if (alpha === 0) return -mean(benefits.map((benefit) => Math.log(benefit / centre)))
  return (mean(benefits.map((benefit) => (benefit / centre) ** alpha)) - 1) / (alpha * (alpha - 1))
}

/** H. Theil's index: the generalized entropy with alpha 1. */
export function theilIndex(benefits: readonly number[]): number {
  const centre = mean(benefits)
  return mean(
    benefits.map((benefit) => (benefit === 0 ? 0 : (benefit / centre) * Math.log(benefit / centre))),
  )
}

/**
 * What an answer gives a person, against what is due: 0 refused though due, 1 as due, 2 given though not due
 * (T. Speicher and others, 2018).
 */
export function benefitsOf(predictions: readonly number[], labels: readonly number[]): number[] {
  requirePaired(predictions, labels)
  return predictions.map((prediction, i) => 1 + prediction - (labels[i] ?? Number.NaN))
}

/** Every benefit replaced by the mean of its group: what inequality there is between groups. */
export function betweenGroups(benefits: readonly number[], groups: readonly (string | number)[]): number[] {
  requirePaired(benefits, groups)
  const members = Map.groupBy(benefits.keys(), (row) => groups[row] ?? '')
  const means = new Map(
    [...members].map(([group, rows]) => [group, mean(rows.map((row) => benefits[row] ?? 0))]),
  )
  return groups.map((group) => means.get(group) ?? Number.NaN)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
