import type { Knee, ValueVerdict } from '../spec/simulated-comparison.ts'
import type { KneeFit } from '../stats/regression/knee.ts'

/** A p-value up to this is not called chance. */
const alpha = 0.05

/** Beyond a knee there is less than this share of the gain before it. */
const negligible = 0.1

/** One hundredth of quality. */
const step = 0.01

/** What a fit of how good a goal is against quality says, and the knee where it says one. */
export function kneeVerdict(
  { knee, bend, slope, pValues }: KneeFit,
  none: number,
  today: number | null,
): { readonly verdict: ValueVerdict; readonly knee?: Knee } {
  if (knee === undefined || bend === undefined) return { verdict: 'cannot say' }
  if (none > alpha) return { verdict: 'no effect' }
  const overall = slope > 0 ? 'still rising' : 'worse'
  if (pValues.straight > alpha) return { verdict: overall }
  const best = pValues.flat > alpha ? knee : bend
  if (best.before > 0 && best.after < negligible * best.before) {
    const [lower, upper] = [knee.interval.lower, knee.interval.upper]
    return {
      verdict: 'knee',
      knee: {
        at: best.at,
        interval: [Math.min(lower, best.at), Math.max(upper, best.at)],
        before: step * best.before,
        after: step * best.after,
        afterInterval: [step * bend.afterInterval.lower, step * bend.afterInterval.upper],
        today: where(today, lower, upper),
      },
    }
  }
  if (best.before > 0) return { verdict: 'still rising' }
  return { verdict: best.after > 0 ? overall : 'worse' }
}

function where(today: number | null, lower: number, upper: number): Knee['today'] {
  if (today === null) return 'unknown'
  if (today > upper) return 'beyond'
  return today < lower ? 'before' : 'near'
}
