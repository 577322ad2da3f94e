import type { Answer } from 'holon'
import type { Place } from './place.ts'
import type { FlagReason } from './words.ts'

/**
 * Why an answer is what it is, in the words of OpenFeature.
 *
 * - `SPLIT`: drawn, by a policy that explores or spreads, or by a flight.
 * - `STATIC`: nothing that is known could have changed it.
 * - `DEFAULT`: the fallback, whether something failed or the policy preferred it.
 * - `TARGETING_MATCH`: anything else, chosen for this context.
 */
export function reasonOf(place: Place, { degraded, propensity, arms, experience }: Answer): FlagReason {
  if (degraded) return 'DEFAULT'
  if (propensity < 1 || Object.keys(arms).length > 0) return 'SPLIT'
  if (place.isStatic) return 'STATIC'
  return experience === place.decision.fallback ? 'DEFAULT' : 'TARGETING_MATCH'
}
