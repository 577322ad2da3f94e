import { HolonError } from '../../spec/error.ts'
import { requireCount, requireProbability } from '../argument.ts'

/** A probability for every action, summing to 1. */
export type Distribution = readonly number[]

/** The best action mostly, any action with the share `epsilon` spread evenly. */
export function epsilonGreedy(actions: number, best: number, epsilon: number): Distribution {
  requireCount('actions', actions, 1)
  requireProbability('epsilon', epsilon)
  return Array.from({ length: actions }, (_, i) => epsilon / actions + (i === best ? 1 - epsilon : 0))
}

/** Probabilities in proportion to exp(`sharpness` * score). */
export function softmax(scores: readonly number[], sharpness = 1): Distribution {
  const most = Math.max(...scores.map((score) => sharpness * score))
  return normalise(scores.map((score) => Math.exp(sharpness * score - most)))
}

/** Votes of an ensemble as probabilities; without any vote the first action. */
export function fromVotes(votes: readonly number[]): Distribution {
  return votes.every((count) => count === 0) ? votes.map((_, i) => (i === 0 ? 1 : 0)) : normalise(votes)
}

/** Weights divided by their sum; refuses negative ones and a sum of 0. */
export function normalise(weights: readonly number[]): Distribution {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (weights.every((weight) => weight >= 0) && total > 0 && total < Infinity) {
    return weights.map((weight) => weight / total)
  }
  throw new HolonError(
    'input-invalid',
    'weights cannot be normalised',
    'Give weights of at least 0, not all 0.',
  )
}

/**
 * Lifts every eligible action to at least `share` divided by the number of eligible ones, so that all of them
 * can be learned about, taking the difference from the others in proportion. Actions of probability 0 are
 * eligible only with `zeros`.
 */
export function withMinimum(
  distribution: Distribution,
  share: number,
  { zeros = false }: { zeros?: boolean } = {},
): Distribution {
  requireProbability('share', share)
  const isEligible = (p: number): boolean => zeros || p > 0
  const least = share / distribution.filter(isEligible).length
  const lifted = new Set<number>()
  // Taking from the others may bring one of them below the minimum, which then joins.
  for (let before = -1; before < lifted.size; ) {
    before = lifted.size
    const scale = scaleOfOthers(distribution, lifted, least)
    for (const [i, p] of distribution.entries()) if (isEligible(p) && p * scale <= least) lifted.add(i)
  }
  if (lifted.size === distribution.filter(isEligible).length) {
    return distribution.map((p) => (isEligible(p) ? 1 / lifted.size : 0))
  }
  const scale = scaleOfOthers(distribution, lifted, least)
  return distribution.map((p, i) => (lifted.has(i) ? least : p * scale))
}

function scaleOfOthers(distribution: Distribution, lifted: ReadonlySet<number>, least: number): number {
  const others = distribution.reduce((sum, p, i) => (lifted.has(i) ? sum : sum + p), 0)
  return others === 0 ? 0 : (1 - lifted.size * least) / others
}
