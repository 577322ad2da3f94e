import { requireCount, requireProbability, requireShare } from '../argument.ts'
import { binomialCdf } from '../distribution/binomial.ts'

/**
 * A p-value, valid for any n, of the hypothesis that the true risk exceeds `limit`, from the mean of n losses
 * in [0, 1]: the smaller of Hoeffding's bound in its relative-entropy form and Bentkus' (S. Bates and others,
 * Distribution-Free, Risk-Controlling Prediction Sets, 2021). For losses of 0 or 1 Bentkus' factor e falls
 * away.
 */
export function hoeffdingBentkus(risk: number, n: number, limit: number, { binary = false } = {}): number {
  requireProbability('risk', risk)
  requireCount('n', n, 1)
  requireShare('limit', limit)
  const hoeffding = Math.exp(-n * relativeEntropy(Math.min(risk, limit), limit))
  // A mean such as 0.3 over 10 losses stands for 3 of them, not for the 4 that rounding would make of it.
  const tail = binomialCdf(Math.ceil(n * risk - 1e-9), n, limit)
  return Math.min(1, hoeffding, binary ? tail : Math.E * tail)
}

/** The relative entropy of a coin of probability a to one of b. */
function relativeEntropy(a: number, b: number): number {
  const heads = a === 0 ? 0 : a * Math.log(a / b)
  const tails = a === 1 ? 0 : (1 - a) * Math.log((1 - a) / (1 - b))
  return heads + tails
}
