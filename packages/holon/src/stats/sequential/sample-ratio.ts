import { requirePaired } from '../argument.ts'
import { logGamma } from '../special/log-gamma.ts'

/** Where a sequential test of the sample ratio stands after a batch of counts. */
export interface SampleRatioStep {
  /** The log-probability of all batches under the designed shares. */
  readonly logDesigned: number
  /** The same under shares drawn from the prior, learning as it goes. */
  readonly logMixed: number
  readonly posterior: readonly number[]
  /** Valid at any time: the smallest probability ratio so far. */
  readonly pValue: number
}

/**
 * Watches whether units arrive in the designed shares, valid however often one looks: multinomial against
 * Dirichlet-multinomial (M. Lindon, A. Malek, Anytime-Valid Inference for Multinomial Count Data, 2022).
 * `prior` is the Dirichlet's, 1 for every arm unless given.
 */
export function sampleRatioSequence(
  batches: readonly (readonly number[])[],
  designed: readonly number[],
  prior: readonly number[] = designed.map(() => 1),
): SampleRatioStep[] {
  requirePaired(designed, prior)
  let posterior = prior
  let logDesigned = 0
  let logMixed = 0
  let pValue = 1
  return batches.map((counts) => {
    requirePaired(counts, designed)
    const ways = logMultinomial(counts)
    logDesigned +=
      ways + sum(counts.map((count, i) => (count === 0 ? 0 : count * Math.log(designed[i] ?? 0))))
    const next = posterior.map((alpha, i) => alpha + (counts[i] ?? 0))
    logMixed += ways + logDirichlet(next) - logDirichlet(posterior)
    posterior = next
    pValue = Math.min(pValue, Math.exp(logDesigned - logMixed))
    return { logDesigned, logMixed, posterior, pValue }
  })
}

function logMultinomial(counts: readonly number[]): number {
  return logGamma(sum(counts) + 1) - sum(counts.map((count) => logGamma(count + 1)))
}

/** The log of the Dirichlet distribution's normalizer. */
function logDirichlet(alpha: readonly number[]): number {
  return sum(alpha.map(logGamma)) - logGamma(sum(alpha))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
