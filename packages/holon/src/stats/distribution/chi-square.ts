import { gammaCdf, gammaQuantile, gammaSurvival } from './gamma.ts'

/** The probability that a chi-square variable with `freedom` > 0 degrees of freedom is at most x. */
export function chiSquareCdf(x: number, freedom: number): number {
  return gammaCdf(x, freedom / 2, 2)
}

/** The probability that a chi-square variable exceeds x: the p-value of a chi-square statistic. */
export function chiSquareSurvival(x: number, freedom: number): number {
  return gammaSurvival(x, freedom / 2, 2)
}

/** The point a chi-square variable stays below with probability p in [0, 1]. */
export function chiSquareQuantile(p: number, freedom: number): number {
  return gammaQuantile(p, freedom / 2, 2)
}
