import { requireProbability } from '../argument.ts'
import { alwaysValidPValue } from '../sequential/mixture.ts'

/** One randomised action, and how unusual what came later was: a deviation from what was expected before the action. */
export interface ActionDeviation {
  /** Probability with which it was done, as logged. */
  readonly propensity: number
  readonly acted: boolean
  /** In any unit of about the size of 1; cut off at 4. */
  readonly deviation: number
}

/** Evidence against "these actions change nothing of what comes later", which may be looked at after every action. */
export interface ActionEvidence {
  /** Adds an action whose later value is known, and answers the logarithm of the evidence so far. */
  take(action: ActionDeviation): number
  /** Logarithm of the largest evidence there ever was. */
  readonly most: number
  /** Valid however often one looks. */
  readonly pValue: number
}

/** Strengths of influence, in deviations per action, that the evidence is spread over, each in both directions. */
export const strengths = [1 / 32, 1 / 16, 1 / 8, 1 / 4, 1 / 2, 1, 2] as const

const rates = [...strengths, ...strengths.map((one) => -one)]
const farthest = 4

/**
 * Betting on the logged propensities. If the actions change nothing of what comes later, then, given everything else,
 * each action was drawn with its propensity p, so that for any deviation c that does not depend on the draw
 * E[exp(l c a)] = 1 - p + p exp(l c). The product of exp(l c a) / (1 - p + p exp(l c)) over the actions is a martingale
 * of mean 1, exactly, whatever the later values look like: no normal approximation, no bound, no stationarity. Its mean
 * over fourteen rates l is one too, so the chance that it ever exceeds 1 / alpha is at most alpha (J. Ville, 1939). It is
 * the randomisation test of R. A. Fisher (1935) in a form that may be looked at at any time (A. Ramdas and others,
 * Game-theoretic statistics and safe anytime-valid inference, 2023).
 *
 * @example
 * ```ts
 * const evidence = actionEvidence()
 * evidence.take({ propensity: 0.5, acted: true, deviation: 1 }) > 0 // true: acting went with more
 * ```
 */
export function actionEvidence(): ActionEvidence {
  const sums = new Float64Array(rates.length)
  let most = 0
  return {
    take({ propensity, acted, deviation }) {
      requireProbability('propensity', propensity)
      const cut = Math.max(-farthest, Math.min(farthest, deviation))
      const certain = propensity === 0 || propensity === 1
      for (let index = 0; index < rates.length && !certain; index += 1) {
        const bet = (rates[index] ?? 0) * cut
        sums[index] = (sums[index] ?? 0) + (acted ? bet : 0) - Math.log1p(propensity * Math.expm1(bet))
      }
      const now = logMean(sums)
      most = Math.max(most, now)
      return now
    },
    get most() {
      return most
    },
    get pValue() {
      return alwaysValidPValue(most)
    },
  }
}

/** Logarithm of the mean of exponentials, without overflow. */
export function logMean(logs: ArrayLike<number>): number {
  let top = -Infinity
  for (let index = 0; index < logs.length; index += 1) top = Math.max(top, logs[index] ?? 0)
  let sum = 0
  for (let index = 0; index < logs.length; index += 1) sum += Math.exp((logs[index] ?? 0) - top)
  return top + Math.log(sum / logs.length)
}
