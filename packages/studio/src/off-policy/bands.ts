import { formatNumber } from '../format/number.ts'

/** A stretch of logged probabilities: `never`, `up to 1%`, `1 to 2%`. */
export function bandWords(above: number | undefined, upTo: number): string {
  if (above === undefined) return 'never'
  const percent = (share: number): string => formatNumber(Number((100 * share).toPrecision(6)))
  return above === 0 ? `up to ${percent(upTo)}%` : `${percent(above)} to ${percent(upTo)}%`
}
