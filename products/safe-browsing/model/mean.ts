import { momentsOf, variance } from 'holon/stats'

/** Mean of numbers. */
export function mean(values: readonly number[]): number {
  return momentsOf(values).mean
}

/** Standard error of the mean of numbers. */
export function standardError(values: readonly number[]): number {
  return Math.sqrt(variance(momentsOf(values)) / values.length)
}
