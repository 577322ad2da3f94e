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
export const drawFrom = (random: Random): Draw => new Drawing(random)

/** Worlds draw from many sources a few times each, so a new one has to cost little. */
class Drawing implements Draw {
  readonly #random: Random

  constructor(random: Random) {
    this.#random = random
  }

  get #source(): () => number {
    return () => this.#random.next()
  }

  next(): number {
    return this.#random.next()
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  one<const T>(of: readonly T[]): T {
    return of[Math.floor(this.next() * of.length)] as T
  }

  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    return weighted(weights, this.next())
  }

  uniform(from: number, to: number): number {
    return from + (to - from) * this.next()
  }

  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  normal(mean: number, deviation: number): number {
    return randomNormal.source(this.#source)(mean, deviation)()
  }

  logNormal(median: number, spread: number): number {
    return randomLogNormal.source(this.#source)(Math.log(median), spread)()
  }

  exponential(mean: number): number {
    return mean === 0 ? 0 : randomExponential.source(this.#source)(1 / mean)()
  }

  poisson(mean: number): number {
    return randomPoisson.source(this.#source)(mean)()
  }

  binomial(n: number, probability: number): number {
    return randomBinomial.source(this.#source)(n, probability)()
  }

  gamma(shape: number, scale: number): number {
    return randomGamma.source(this.#source)(shape, scale)()
  }

  beta(alpha: number, beta: number): number {
    return randomBeta.source(this.#source)(alpha, beta)()
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
