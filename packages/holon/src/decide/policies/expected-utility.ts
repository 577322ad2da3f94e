import { HolonError } from '../../spec/error.ts'
import type { Policy } from '../../system/policy.ts'

/**
 * Takes the experience with the highest expected utility:
 * `chance * right + (1 - chance) * wrong + interrupting`, where `chance` is the probability that the experience would
 * be right; for a model of classes the worth of each class times its probability, plus `interrupting`. The cost of
 * interrupting grows with the decision's habituation. Ties go to the one declared first. A share `explore` of decisions
 * draws evenly among all experiences, so that the log can later say what the others would have done.
 *
 * @throws HolonError `declaration-invalid` when `explore` is outside 0 to 1.
 * @example
 * ```ts
 * import { expectedUtility } from 'holon'
 * expectedUtility({ explore: 0.02 }).words
 * ```
 */
export function expectedUtility({ explore = 0 }: { readonly explore?: number } = {}): Policy<unknown, never> {
  if (!(explore >= 0 && explore <= 1)) {
    throw new HolonError(
      'declaration-invalid',
      `The share of exploration is ${explore}.`,
      'Give a number from 0 (never explore) to 1 (always draw evenly).',
    )
  }
  return {
    kind: 'expected-utility',
    options: { explore },
    words:
      explore === 0
        ? 'Takes the experience with the highest expected utility.'
        : `Takes the experience with the highest expected utility; ${explore * 100} % of the time draws evenly among all.`,
    names: [],
    byUtility: true,
    choose: ({ options }) => {
      let preferred = 0
      let best = Number.NEGATIVE_INFINITY
      for (const [index, { utility }] of options.entries()) {
        if (utility > best) {
          best = utility
          preferred = index
        }
      }
      return { probabilities: spread(options.length, preferred, explore), preferred }
    },
  }
}

/** One option takes all but the explored share, which is spread evenly over all. */
export function spread(count: number, preferred: number, explore: number): number[] {
  const share = explore / count
  const probabilities: number[] = []
  for (let index = 0; index < count; index++)
    probabilities.push(index === preferred ? 1 - explore + share : share)
  return probabilities
}
