import { requireCount, requireProbability } from '../argument.ts'
import { binomialProbability } from '../distribution/binomial.ts'

/**
 * How many of a household are infected in the end, by the chain of binomials of Reed and Frost (N. Bailey, The
 * Mathematical Theory of Infectious Diseases, 1975, chapter 14): in each generation every susceptible person escapes
 * each infectious one with probability `escaping`; they then infect no more.
 *
 * @returns the probability of `introduced`, `introduced + 1`, ..., `size` infected people
 * @throws HolonError `input-invalid` for a probability outside 0 to 1, or more introduced than there are people
 * @example
 * ```ts
 * outbreakSizes(3, 0.5) // [0.25, 0.25, 0.5]
 * ```
 */
export function outbreakSizes(size: number, escaping: number, introduced = 1): number[] {
  requireCount('introduced', introduced)
  requireCount('size', size, introduced)
  requireProbability('escaping', escaping)
  const sizes = new Array<number>(size - introduced + 1).fill(0)
  spread(size - introduced, introduced, 1)
  return sizes

  function spread(susceptible: number, infectious: number, probability: number): void {
    if (infectious === 0 || susceptible === 0) {
      const place = size - introduced - susceptible
      sizes[place] = (sizes[place] ?? 0) + probability
      return
    }
    const infected = 1 - escaping ** infectious
    for (let next = 0; next <= susceptible; next += 1) {
      const chance = probability * binomialProbability(next, susceptible, infected)
      if (chance > 0) spread(susceptible - next, next, chance)
    }
  }
}
