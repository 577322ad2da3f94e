import type { Measure } from 'holon'
import { number } from './literal.ts'

/** The number that people are shown for a measure, as SQL over its statistics. */
export function shownValue(measure: Measure): string {
  switch (measure.op) {
    case 'count':
      return 'n'
    case 'sum':
      return 'sum'
    case 'rate':
    case 'mean':
      return 'sum / nullif(n, 0)'
    case 'ratio':
      return 'x / nullif(y, 0)'
    case 'quantile':
      return quantile(measure.q)
    case 'auc':
      return 'u / nullif(positives * negatives, 0)'
    case 'calibrationError':
      return (
        'list_sum(list_transform(bins, lambda b: abs(b.score - b.positives)))' +
        ' / nullif(list_sum(list_transform(bins, lambda b: b.n)), 0)'
      )
  }
}

/** Linear interpolation between the values at the two ranks around it, as `orderStatistics` does. */
function quantile(q: number): string {
  const place = `(1 + (n - 1) * ${number(q)})`
  const at = (rank: string): string => `list_filter(places, lambda p: p.rank = ${rank})[1].x`
  const [below, above] = [at(`floor(${place})`), at(`ceil(${place})`)]
  return `${below} + (${above} - ${below}) * (${place} - floor(${place}))`
}

/** The same for the i-th measure of arms that is summed over units, over its sums; `units` are those of the arm. */
export function shownOfUnits({ op }: Measure, i: number): string {
  return op === 'count' || op === 'sum'
    ? `coalesce(x${i}_sum, 0) / nullif(units, 0)`
    : `x${i}_sum / nullif(y${i}_sum, 0)`
}
