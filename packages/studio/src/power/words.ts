import type { PowerDocument, PowerPlan } from 'holon'
import { formatMeasured, formatNumber } from '../format/number.ts'
import { formatInUnit, formatSize } from '../format/unit.ts'

/** A length of time: `a day`, `12 days`. */
export function dayWords(days: number): string {
  if (days <= 1) return 'a day'
  const whole = Math.ceil(days)
  return whole > 3650 ? 'more than ten years' : `${formatNumber(whole)} days`
}

/** How a plan is looked at, and what is taken out. */
export const planWords = ({ test, adjusted }: Pick<PowerPlan, 'test' | 'adjusted'>): string =>
  `${test === 'fixed' ? 'Look once' : 'Look at any time'}${adjusted ? ', less what was before' : ''}`

/** The question, in a sentence. */
export function questionWords({ assumed, valueUnit }: PowerDocument): string | undefined {
  const { effect, baseline, power, alpha, arms } = assumed
  if (effect === null || baseline === null) return undefined
  const way = effect < 0 ? 'fall' : 'rise'
  const against = arms === 2 ? '' : ` in any of ${arms - 1} arms against the control`
  return `To find a ${way} of ${formatSize(effect, valueUnit)} from ${formatInUnit(baseline, valueUnit)}${against}, where it is there, ${formatMeasured(100 * power)} times of 100, and to find one where there is none ${formatMeasured(100 * alpha)} times of 100:`
}
