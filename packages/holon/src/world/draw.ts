import {
  randomBeta,
  randomBinomial,
  randomExponential,
  randomGamma,
  randomLogNormal,
  randomNormal,
  randomPoisson,
} from 'd3-random'
import type { Random } from '../spec/ports.ts'

/** A source of chance and the distributions that worlds draw from. Equal sources draw equally. */
export interface Draw extends Random {
  /** True with a probability; 0 and below never, 1 and above always. */
  chance(probability: number): boolean
  /** One of a list, each as likely as the others. */
  one<const T>(of: readonly T[]): T
  /** One of the names, as likely as its weight beside the others. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K
  /** Uniform between two numbers. */
  uniform(from: number, to: number): number
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number
  normal(mean: number, deviation: number): number
  /** Whose logarithm is normal: by its median, and the standard deviation of the logarithm. */
  logNormal(median: number, spread: number): number
  exponential(mean: number): number
  poisson(mean: number): number
  binomial(n: number, probability: number): number
  gamma(shape: number, scale: number): number
  beta(alpha: number, beta: number): number
}

/**
 * Distributions over a source of chance, by the library d3-random.
 *
 * @example
 * ```ts
 * import { seededRandom } from 'holon/stats'
 * import { drawFrom } from 'holon/world'
 * const draw = drawFrom(seededRandom(7))
 * draw.chance(0.3)
 * draw.weighted({ walk: 3, drive: 1 })
 * ```
 */
export function drawFrom(random: Random): Draw {
  const next = () => random.next()
  return {
    next,
    chance: (probability) => next() < probability,
    one: <const T>(of: readonly T[]) => of[Math.floor(next() * of.length)] as T,
    weighted: (weights) => weighted(weights, next()),
    uniform: (from, to) => from + (to - from) * next(),
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    normal: (mean, deviation) => randomNormal.source(next)(mean, deviation)(),
    logNormal: (median, spread) => randomLogNormal.source(next)(Math.log(median), spread)(),
    exponential: (mean) => (mean === 0 ? 0 : randomExponential.source(next)(1 / mean)()),
    poisson: (mean) => randomPoisson.source(next)(mean)(),
    binomial: (n, probability) => randomBinomial.source(next)(n, probability)(),
    gamma: (shape, scale) => randomGamma.source(next)(shape, scale)(),
    beta: (alpha, beta) => randomBeta.source(next)(alpha, beta)(),
  }
}

function weighted<K extends string>(weights: Readonly<Record<K, number>>, place: number): K {
  const entries = Object.entries(weights) as [K, number][]
  let left = place * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [name, weight] of entries) {
    left -= weight
    if (left < 0) return name
  }
  return (entries.findLast(([, weight]) => weight > 0) ?? (entries[0] as [K, number]))[0]
}
