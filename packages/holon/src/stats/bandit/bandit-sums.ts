import { addToGram, type Gram, noGram } from '../regression/ridge.ts'

/** A reward of one action, and what was known before it was taken. */
export interface RewardSeen {
  readonly features: readonly number[]
  readonly reward: number
  /** How many decisions it stands for, or an importance weight. Default 1. */
  readonly weight?: number
}

/**
 * Sums of products of [1, features, reward] over the rewards of one action: all that a line needs, whatever the order in
 * which rewards come.
 *
 * @param features how many there are
 */
export function banditSums(seen: Iterable<RewardSeen>, features: number): Gram {
  const gram = noGram(features)
  for (const { features: known, reward, weight = 1 } of seen) addToGram(gram, known, reward, weight)
  return gram
}
