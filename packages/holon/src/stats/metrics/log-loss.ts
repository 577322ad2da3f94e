import { requireLabelled } from './labelled.ts'

/**
 * The mean negative log-likelihood of the labels, in nats. Probabilities are kept 2^-52 away from 0 and 1, so
 * that one certain mistake costs 36 and not infinity.
 */
export function logLoss(probabilities: ArrayLike<number>, labels: ArrayLike<number>): number {
  requireLabelled(probabilities, labels)
  let sum = 0
  for (let i = 0; i < labels.length; i += 1) {
    const p = Math.min(1 - Number.EPSILON, Math.max(Number.EPSILON, probabilities[i] ?? Number.NaN))
    sum -= labels[i] === 1 ? Math.log(p) : Math.log1p(-p)
  }
  return sum / labels.length
}
