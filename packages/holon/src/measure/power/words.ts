import type { FlightUnit } from '../../spec/flight.ts'
import type { PowerDocument, PowerPlan } from '../../spec/power.ts'
import { short } from '../short.ts'
import { isPossible, type Planning } from './plans.ts'

const many: Readonly<Record<FlightUnit, string>> = {
  person: 'people',
  episode: 'episodes',
  decision: 'decisions',
}

/** What a flight takes, or what is missing, in a sentence or two. */
export function powerWords(planning: Planning, unit: FlightUnit, plans: readonly PowerPlan[]): string {
  const { baseline, variance, effect } = planning.assumed
  if (baseline === null) return 'Nothing was measured in this time: say what the baseline is.'
  if (variance === null) return 'How far single units differ is not known: say what their variance is.'
  if (effect === null) return 'Say which effect is worth finding.'
  if (!isPossible(planning)) return `A share of ${short(baseline)} cannot change by ${short(effect)}.`
  const told = (test: PowerPlan['test']): string => {
    const plan = plans.findLast((one) => one.test === test)
    return plan === undefined ? '' : `${count(plan.units ?? 0)} ${many[unit]}${inDays(plan.days)}`
  }
  return (
    `To find a change of ${short(effect)} from ${short(baseline)} with a probability of ${percent(planning.assumed)},` +
    ` looking once takes ${told('fixed')}; looking whenever one likes, as the scorecard does, takes ${told('always-valid')}.`
  )
}

const percent = ({ power }: PowerDocument['assumed']): string => `${short(100 * power)} %`
const count = (units: number): string => units.toLocaleString('en-US')
const inDays = (days: number | null): string =>
  days === null ? '' : days <= 1 ? ' (a day)' : ` (${count(Math.ceil(days))} days)`
