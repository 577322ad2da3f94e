import { contrast, type Located } from '../interval/contrast.ts'

/** A rate of a group within one stratum, and the observations behind it. */
export interface StratumRate extends Located {
  readonly n: number
}

/** One stratum, such as a department, for two groups. */
export interface StratumRates {
  readonly first: StratumRate
  readonly second: StratumRate
}

/** What is left of a difference within strata. */
export interface StandardisedDifference extends Located {
  /** Share of all observations that lie in strata where both groups are, and only they count. */
  readonly covers: number
}

/**
 * How far the first group is above the second within strata: the difference if both had all cases of every stratum
 * (direct standardisation), with the interval of `contrast`. Undefined where no stratum has both groups.
 */
export function standardisedDifference(strata: readonly StratumRates[]): StandardisedDifference | undefined {
  const size = ({ first, second }: StratumRates): number => first.n + second.n
  const both = strata.filter(({ first, second }) => first.n > 0 && second.n > 0)
  const total = both.reduce((sum, one) => sum + size(one), 0)
  if (total === 0) return undefined
  const terms = both.flatMap((one) => [
    { ...one.first, weight: size(one) / total },
    { ...one.second, weight: -size(one) / total },
  ])
  return { ...contrast(terms), covers: total / strata.reduce((sum, one) => sum + size(one), 0) }
}
