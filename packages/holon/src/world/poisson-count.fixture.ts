import { gammaCdf, gammaSurvival } from '../stats/distribution/gamma.ts'

/** How likely a count at least as far off is, of something that happens so often on average: twice the smaller tail. */
export function poissonTwoSided(count: number, mean: number): number {
  const atMost = gammaSurvival(mean, count + 1)
  const atLeast = count === 0 ? 1 : gammaCdf(mean, count)
  return Math.min(1, 2 * Math.min(atMost, atLeast))
}
