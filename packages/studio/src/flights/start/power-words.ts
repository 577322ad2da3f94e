import type { PowerDocument, PowerOptions } from 'holon'
import { countWords } from '../../format/flight-unit.ts'
import { formatInUnit } from '../../format/unit.ts'
import { type FlightDraft, usualFactors, usualShare } from './draft.ts'

/** What the server is asked about a draft: arms are taken as alike in size, and a holdout as one of them. */
export function powerOptions(draft: FlightDraft): PowerOptions {
  const { worth, unit = 'person', share = usualShare, holdout, factors = usualFactors } = draft
  const arms = factors.reduce((product, one) => product * one.arms.length, 1)
  return {
    unit,
    ...(worth !== undefined && worth > 0 && { effect: worth }),
    ...(holdout !== true && { arms: Math.min(20, arms) }),
    ...(holdout !== true && share > 0 && { share }),
  }
}

/** How many units it takes, and how long that is, in words. */
export function unitsWords(draft: FlightDraft, power: PowerDocument | undefined, failed = false): string {
  const { main, unit = 'person', worth, judge } = draft
  if (main === undefined) return 'Choose a main goal first.'
  const baseline = power?.measured.baseline ?? null
  const now =
    power === undefined || baseline === null ? '' : ` It is ${formatInUnit(baseline, power.valueUnit)} now.`
  if (worth === undefined) return `Says how many it takes, and when to stop for nothing.${now}`
  if (failed) return 'Nothing can be planned for a goal of this kind.'
  if (power === undefined) return 'Asking how many it takes…'
  const test = judge?.method === 'fixed' ? 'fixed' : 'always-valid'
  const plan = power.plans.find((one) => one.test === test && !one.adjusted)
  if (plan === undefined || plan.units === null) {
    return `Too little is known of the goal to say how many it takes.${now}`
  }
  const days = plan.days === null ? '' : `, which is ${daysWords(plan.days)}`
  return `Takes about ${countWords(Number(plan.units.toPrecision(2)), unit)} in all arms${days}, to be seen in 8 of 10 such flights.${now}`
}

function daysWords(days: number): string {
  const whole = Math.max(1, Math.ceil(days))
  if (whole > 3650) return 'more than ten years'
  return `${whole.toLocaleString('en-US')} ${whole === 1 ? 'day' : 'days'} with this share`
}
