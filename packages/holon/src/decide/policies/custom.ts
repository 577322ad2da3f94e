import { HolonError } from '../../spec/error.ts'
import type { Policy } from '../../system/policy.ts'

/**
 * A policy of your own: answers a weight for every experience it may take (others get none). Weights are scaled to sum
 * to 1. It must be pure. An answer that is no distribution makes the decision fall back with code `policy-failed`.
 *
 * @example
 * ```ts
 * import { policy } from 'holon'
 * policy('coin', (probability: number) => (probability > 0.5 ? { note: 1 } : { note: 1, nothing: 1 }))
 * ```
 */
export function policy<P, const N extends string>(
  kind: string,
  weigh: (prediction: P, context: unknown) => Readonly<Partial<Record<N, number>>>,
): Policy<P, N> {
  return {
    kind,
    options: {},
    words: `Decided by the function "${kind}".`,
    names: [],
    choose: ({ prediction, context, options }) => {
      const given = weigh(prediction, context)
      const weights = options.map((option) => (given as Readonly<Record<string, number>>)[option.name] ?? 0)
      const sum = weights.reduce((total, weight) => total + weight, 0)
      const usable = weights.every((weight) => weight >= 0) && sum > 0 && Number.isFinite(sum)
      if (!usable) {
        throw new HolonError(
          'declaration-invalid',
          `The policy "${kind}" answered ${JSON.stringify(given)}.`,
          'Answer a weight of 0 or more for each experience, at least one above 0.',
        )
      }
      const probabilities = weights.map((weight) => weight / sum)
      return { probabilities, preferred: probabilities.indexOf(Math.max(...probabilities)) }
    },
  }
}
