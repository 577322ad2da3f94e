import { type Distribution, fromVotes } from '../exploration/exploration.ts'
import { seededRandom } from '../random/seeded.ts'

/**
 * How often a unit is counted in each replicate of an online bootstrap: independent Poisson numbers of mean 1
 * (N. Oza, S. Russell, 2001), by seed and name alone, so that neither order nor later units change them.
 *
 * @param unit who is drawn: a person where rows of one depend on each other
 * @example
 * ```ts
 * import { bootstrapCounts } from 'holon/stats'
 * bootstrapCounts('seed', 'p-17', 4).length // 4
 * ```
 */
export function bootstrapCounts(seed: string, unit: string, replicates: number): readonly number[] {
  const random = seededRandom(seed).fork(unit)
  return Array.from({ length: replicates }, () => poisson(random.next()))
}

/**
 * Each replicate votes for what it expects to earn most, shared evenly among equals (`bag` of A. Bietti, A. Agarwal,
 * J. Langford, A contextual bandit bake-off, 2021).
 *
 * @param expected of each replicate, what each action is expected to earn
 * @example
 * ```ts
 * import { bagVotes } from 'holon/stats'
 * bagVotes([[0.1, 0.2], [0.3, 0.2], [0, 1], [0.5, 0.5]]) // [0.375, 0.625]
 * ```
 */
export function bagVotes(expected: readonly (readonly number[])[]): Distribution {
  const votes = (expected[0] ?? []).map(() => 0)
  for (const of of expected) {
    const most = Math.max(...of)
    const equals = of.filter((one) => one === most).length
    for (const [i, one] of of.entries()) if (one === most) votes[i] = (votes[i] ?? 0) + 1 / equals
  }
  return fromVotes(votes)
}

/** The Poisson number of mean 1 whose share of [0, 1) holds the draw. */
function poisson(draw: number): number {
  let probability = Math.exp(-1)
  let reached = probability
  let count = 0
  while (draw >= reached && probability > 0) {
    count += 1
    probability /= count
    reached += probability
  }
  return count
}
