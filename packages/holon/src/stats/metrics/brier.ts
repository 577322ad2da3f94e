import { requireLabelled } from './labelled.ts'

/**
 * The mean squared distance of probabilities from labels, from 0 (certain and right) to 1 (G. W. Brier,
 * 1950).
 */
export function brierScore(probabilities: ArrayLike<number>, labels: ArrayLike<number>): number {
  requireLabelled(probabilities, labels)
  let sum = 0
  for (let i = 0; i < labels.length; i += 1) {
    sum += ((probabilities[i] ?? Number.NaN) - (labels[i] ?? Number.NaN)) ** 2
  }
  return sum / labels.length
}
