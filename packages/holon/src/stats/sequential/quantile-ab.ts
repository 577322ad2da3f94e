import { requireShare } from '../argument.ts'
import { alwaysValidPValue, betaBinomialMixture } from './mixture.ts'

/**
 * The always-valid p-value that two arms have the same `share`-quantile, against any difference: the weakest
 * evidence over all places the common quantile could have (S. Howard, A. Ramdas, Sequential Estimation of
 * Quantiles, 2022).
 */
export function quantileAbPValue(
  control: readonly number[],
  treatment: readonly number[],
  share: number,
  { alpha = 0.05, tightAt = 100 } = {},
): number {
  requireShare('share', share)
  const spread = share * (1 - share)
  const mixture = betaBinomialMixture({ variance: spread * tightAt, alpha, sides: 2 }, share, 1 - share)
  const arms = [control, treatment].map((arm) => Float64Array.from(arm).sort())
  const counts = arms.map(() => 0)
  let least = Infinity
  for (const place of [-Infinity, ...control, ...treatment].sort((a, b) => a - b)) {
    let evidence = 0
    for (const [i, arm] of arms.entries()) {
      const below = countFrom(counts[i] ?? 0, (count) => (arm[count] ?? Number.NaN) < place)
      const upTo = countFrom(below, (count) => (arm[count] ?? Number.NaN) <= place)
      counts[i] = below
      // At a quantile the true share lies anywhere from that below it to that up to it: the nearest speaks
      // least against it.
      const expected = share * arm.length
      const count = Math.min(upTo, Math.max(below, expected))
      evidence += mixture(count - expected, spread * arm.length)
    }
    least = Math.min(least, evidence)
  }
  return alwaysValidPValue(least)
}

function countFrom(start: number, holds: (count: number) => boolean): number {
  let count = start
  while (holds(count)) count += 1
  return count
}
