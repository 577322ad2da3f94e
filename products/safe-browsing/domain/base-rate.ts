import { shiftBaseRate } from 'holon/stats'

/** Share of phishing among the addresses the model learned from. */
export const learnedRate = 0.4755

/**
 * Share of phishing among the addresses that people open and no list knows: an assumption, stated where the system is
 * declared, and to be replaced by what the reviewers find.
 */
export const assumedRate = 0.01

/**
 * A probability that holds where a share `from` of cases is positive, as it is where the share is `to` and cases of either
 * kind look the same (Saerens, Latinne and Decaestecker 2002).
 *
 * @example
 * ```ts
 * atRate(0.5, { from: 0.5, to: 0.01 }) // 0.01
 * ```
 */
export function atRate(
  probability: number,
  { from, to }: { readonly from: number; readonly to: number } = { from: learnedRate, to: assumedRate },
): number {
  return shiftBaseRate(probability, from, to)
}
