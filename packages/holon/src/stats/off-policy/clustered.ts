import { studentQuantile } from '../distribution/student-t.ts'
import type { Row } from './logged-choice.ts'

/** How far a mean of deviations is from its own, by people who are independent of each other. */
export interface ClusteredError {
  readonly units: number
  readonly error: number
  /** Degrees of freedom of the error. */
  readonly freedom: number
  /**
   * Squared skewness over the number of units: 0 for a symmetric spread, 1 where one unit is all there is. W. Cochran
   * (Sampling Techniques, 1977, section 2.15) asks for less than 1 / 25, so that a 95 % interval is wrong in at most 6 %.
   */
  readonly asymmetry: number
}

/**
 * The cluster-robust standard error of a mean whose rows deviate by `deviations`. Its degrees of freedom are those of a sum
 * of as many squares as really matter (F. Satterthwaite, 1946), at most units - 1.
 */
export function clusteredError(rows: readonly Row[], deviations: Float64Array): ClusteredError {
  const sums = unitSums(rows, deviations)
  const units = sums.length
  const decisions = rows.reduce((sum, { count }) => sum + count, 0)
  let [second, third, fourth] = [0, 0, 0]
  for (const sum of sums) {
    const square = sum * sum
    second += square
    third += square * sum
    fourth += square * square
  }
  return {
    units,
    error: units < 2 ? Infinity : Math.sqrt((second * units) / (units - 1)) / decisions,
    freedom:
      fourth > 0 ? Math.max(1, Math.min(units - 1, (3 * second ** 2) / fourth)) : Math.max(1, units - 1),
    asymmetry: second > 0 ? Math.min(1, third ** 2 / second ** 3) : 0,
  }
}

/** Half the width of a Student interval. */
export const halfWidth = ({ error, freedom }: ClusteredError, confidence: number): number =>
  error === 0 ? 0 : error * studentQuantile((1 + confidence) / 2, freedom)

/** How many people, or decisions of nobody in particular, there are. */
export const unitsOf = (rows: readonly Row[]): number =>
  rows.reduce((most, { unit }) => Math.max(most, unit + 1), 0)

function unitSums(rows: readonly Row[], deviations: Float64Array): Float64Array {
  const sums = new Float64Array(unitsOf(rows))
  let at = 0
  for (const { unit, count } of rows) {
    sums[unit] = (sums[unit] ?? 0) + count * (deviations[at] ?? 0)
    at += 1
  }
  return sums
}
