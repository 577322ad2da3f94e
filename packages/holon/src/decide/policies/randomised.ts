import { HolonError } from '../../spec/error.ts'
import type { Policy } from '../../system/policy.ts'

/** What to say about a policy that draws between two. */
export interface RandomisedInit<P, N extends string> {
  /** Probability of deciding by `of`, from 0 to 1. */
  readonly share: number
  readonly of: Policy<P, N>
  readonly otherwise: Policy<P, N>
}

/**
 * Decides by one policy with a probability, otherwise by another. Between two thresholds it gives rates that no threshold
 * gives (M. Hardt, E. Price, N. Srebro, 2016); among equals it is a lottery. The probabilities of both are mixed before the
 * draw, so the logged probability is the true one.
 *
 * @throws HolonError `declaration-invalid` for a share outside 0 to 1
 * @example
 * ```ts
 * import { randomised, thresholds } from 'holon'
 * const at = (offer: number) => thresholds({ offer }, { otherwise: 'no' })
 * randomised({ share: 0.25, of: at(0.4), otherwise: at(0.5) }).words
 * // 'With probability 0.25, offer from 0.4, otherwise no. Otherwise, offer from 0.5, otherwise no.'
 * ```
 */
export function randomised<P, N extends string>({
  share,
  of,
  otherwise,
}: RandomisedInit<P, N>): Policy<P, N> {
  if (!(share >= 0 && share <= 1)) {
    throw new HolonError(
      'declaration-invalid',
      `A policy is taken with probability ${share}.`,
      'Give a share from 0 to 1.',
    )
  }
  return {
    kind: 'randomised',
    options: {
      share,
      of: { kind: of.kind, options: of.options },
      otherwise: { kind: otherwise.kind, options: otherwise.options },
    },
    words: `With probability ${share}, ${of.words} Otherwise, ${otherwise.words}`,
    names: [...new Set([...of.names, ...otherwise.names])],
    byUtility: of.byUtility === true && otherwise.byUtility === true,
    choose: (moment) => {
      const [one, other] = [of.choose(moment), otherwise.choose(moment)]
      return {
        probabilities: one.probabilities.map(
          (probability, at) => share * probability + (1 - share) * (other.probabilities[at] ?? 0),
        ),
        preferred: share >= 0.5 ? one.preferred : other.preferred,
      }
    },
  }
}
