import type { FlightDocument } from 'holon'
import { countWords, unitWords } from '../../format/flight-unit.ts'
import { formatShare } from '../../format/number.ts'

/** What another share would mean: how many more, or fewer, of those who come. `units` took part so far. */
export function rampPreview(flight: FlightDocument, units: number | undefined, share: number): string {
  const { share: now, unit } = flight
  const [, several] = unitWords[unit]
  if (share === now) return `${formatShare(now)} of all ${several} take part already.`
  const hundred = Math.abs(share - now) * 100
  const of = `${hundred.toFixed(hundred < 10 ? 1 : 0).replace(/\.0$/, '')} more of 100`
  const come =
    share > now ? `${of} ${several} take part` : `${of.replace('more', 'fewer')} ${several} take part`
  const stay =
    share > now
      ? 'whoever is in stays in their arm.'
      : 'the others stay in their arm, and who leaves gets what is declared.'
  return [`${come}; ${stay}`, soFar(flight, units, share)].filter((one) => one !== '').join(' ')
}

/** As many as came so far, had the share been the other one; said only where it was the same all along. */
function soFar(
  { share: now, unit, steps }: FlightDocument,
  units: number | undefined,
  share: number,
): string {
  if (units === undefined || units === 0 || now === 0 || steps.length > 1) return ''
  const would = Math.round((units / now) * share)
  const more = would - units
  return `So far ${countWords(units, unit)} took part; with ${formatShare(share)} it would have been about ${countWords(would, unit)}, ${Math.abs(more).toLocaleString('en-US')} ${more < 0 ? 'fewer' : 'more'}.`
}
