import { formatShare } from '../format/number.ts'

/** A probability on an axis: two decimals, three where two would say 0 or 1. */
export function formatProbability(p: number): string {
  const two = p.toFixed(2)
  const rough = p > 0 && p < 1 && (two === '0.00' || two === '1.00' || p < 0.1)
  return rough ? p.toFixed(3) : two
}

/** A share as a percentage, bare where it is a whole number: `5%`, `52.5%`. */
export const formatPercent = (share: number): string => formatShare(share).replace(/\.0+(?=%)/, '')
