import { requireCount, requirePaired, requireProbability } from '../argument.ts'

/** A decision that changes the people it is about. */
export interface Impact {
  /** Cluster of the person, from 0. */
  readonly cluster: number
  readonly accepted: boolean
  /** Whether they repaid; tells nothing where they were not accepted. */
  readonly repaid: boolean
  /** Largest share of the group that one decision moves; default 0.01. */
  readonly step?: number
}

/**
 * How a group is spread over credit clusters after one decision about a member: a loan that is repaid moves a little of the
 * group one cluster up, a default one down (not past the ends); who was refused moves nothing (L. Liu and others, Delayed
 * Impact of Fair Machine Learning, 2018; in the form of A. D'Amour and others, Fairness Is Not Static, 2020).
 *
 * @param distribution shares of the group by cluster, worst first
 * @throws HolonError `input-invalid` for a cluster that is not there
 * @example
 * ```ts
 * import { clustersAfter } from 'holon/stats'
 * clustersAfter([0.5, 0.5], { cluster: 0, accepted: true, repaid: true }) // [0.49, 0.51]
 * ```
 */
export function clustersAfter(
  distribution: readonly number[],
  { cluster, accepted, repaid, step = 0.01 }: Impact,
): readonly number[] {
  requireCount('number of clusters', distribution.length, 1)
  requireCount('cluster', cluster)
  requireCount('clusters beyond it', distribution.length - 1 - cluster)
  requireProbability('step', step)
  if (!accepted) return distribution
  const mass = distribution[cluster] ?? 0
  const moved = Math.min(step, mass)
  const to = Math.min(distribution.length - 1, Math.max(0, cluster + (repaid ? 1 : -1)))
  const after = [...distribution]
  after[cluster] = mass - moved
  after[to] = (after[to] ?? 0) + moved
  return after
}

/** What the lender has of one decision: the interest when it is repaid, minus 1 after a default, 0 when refused. */
export const lendersProfit = (
  { accepted, repaid }: Pick<Impact, 'accepted' | 'repaid'>,
  interest = 0.3,
): number => (accepted ? (repaid ? interest : -1) : 0)

/** The chance that a member of a group repays: that of each cluster, weighted by the share of the group in it. */
export function repaymentRate(distribution: readonly number[], repays: readonly number[]): number {
  requirePaired(distribution, repays)
  return distribution.reduce((sum, share, cluster) => sum + share * (repays[cluster] as number), 0)
}
