import { type SeededRandom, seededRandom } from 'holon/stats'

/** Chance for millions of units: the distributions that the checks need, and no more. */
export interface Draws {
  /** Uniform in [0, 1). */
  next(): number
  /** Standard normal (G. Box, M. Muller, 1958). */
  normal(): number
  chance(probability: number): boolean
}

/** Chance from a seed. */
export function drawsFrom(seed: string): Draws {
  const random: SeededRandom = seededRandom(seed)
  let spare: number | undefined
  return {
    next: () => random.next(),
    chance: (probability) => random.next() < probability,
    normal() {
      if (spare !== undefined) {
        const kept = spare
        spare = undefined
        return kept
      }
      const radius = Math.sqrt(-2 * Math.log(1 - random.next()))
      const angle = 2 * Math.PI * random.next()
      spare = radius * Math.sin(angle)
      return radius * Math.cos(angle)
    },
  }
}
