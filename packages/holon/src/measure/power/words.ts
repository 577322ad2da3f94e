import type { FlightUnit } from '../../spec/flight.ts'
import type { PowerDocument, PowerPlan } from '../../spec/power.ts'
import { inUnit, sizeIn } from '../say-number.ts'
import { short } from '../short.ts'
import { isPossible, type Planning } from './plans.ts'

const many: Readonly<Record<FlightUnit, string>> = {
  person: 'people',
  episode: 'episodes',
  decision: 'decisions',
}

/** What a flight takes, or what is missing, in a sentence or two. */
export function powerWords(
  planning: Planning,
  per: FlightUnit,
  plans: readonly PowerPlan[],
  unit: string,
): string {
  const { baseline, variance, effect } = planning.assumed
  if (baseline === null) return 'Nothing was measured in this time: say what the baseline is.'
  if (variance === null) return 'How far single units differ is not known: say what their variance is.'
  if (effect === null) return 'Say which effect is worth finding.'
  const said = inUnit(unit)
  const level = `${said.value(baseline)}${said.unit}`
  if (!isPossible(planning)) return `A share of ${level} cannot change by ${sizeIn(unit, effect)}.`
  const told = (test: PowerPlan['test']): string => {
    const plan = plans.findLast((one) => one.test === test)
    return plan === undefined ? '' : `${count(plan.units ?? 0)} ${many[per]}${inDays(plan.days)}`
  }
  return (
    `To find a change of ${sizeIn(unit, effect)} from ${level} with a probability of ${percent(planning.assumed)},` +
    ` looking once takes ${told('fixed')}; looking whenever one likes, as the scorecard does, takes ${told('always-valid')}.`
  )
}

const percent = ({ power }: PowerDocument['assumed']): string => `${short(100 * power)} %`
const count = (units: number): string => units.toLocaleString('en-US')
const inDays = (days: number | null): string =>
  days === null ? '' : days <= 1 ? ' (a day)' : ` (${count(Math.ceil(days))} days)`
