import type { GoalDocument } from 'holon'
import { formatInUnit } from '../../format/unit.ts'
import { countWords } from '../words.ts'
import { type FlightDraft, usualFactors, usualShare } from './draft.ts'
import type { PowerPlan } from './units-needed.ts'

/** What is planned by a draft; undefined where it does not say what is worth having. */
export function powerPlan({
  worth,
  plannedUnits,
  holdout,
  share,
  factors = usualFactors,
}: FlightDraft): PowerPlan | undefined {
  if (worth === undefined) return undefined
  if (holdout === true) {
    const held = share ?? usualShare
    return { worth, plannedUnits, control: held, arm: 1 - held }
  }
  const [only, another] = factors
  if (only === undefined || another !== undefined) {
    const arms = factors.reduce((product, one) => product * one.arms.length, 1)
    return { worth, plannedUnits, control: 1 / arms, arm: 1 / arms }
  }
  const weights = only.arms.map(({ weight = 1 }) => weight)
  const all = weights.reduce((sum, one) => sum + one, 0)
  const [control = 1, ...others] = weights
  return { worth, plannedUnits, control: control / all, arm: Math.min(...others) / all }
}

/** How many units it takes, of how many that come, in words. */
export function unitsWords(
  { main, unit = 'person', share = usualShare, worth }: FlightDraft,
  goal: Pick<GoalDocument, 'value' | 'unit'> | undefined,
  needed: number | undefined,
): string {
  if (main === undefined) return 'Choose a main goal first.'
  const now =
    goal === undefined || goal.value === null ? '' : ` It is ${formatInUnit(goal.value, goal.unit)} now.`
  if (worth === undefined) return `Says how many it takes, and when to stop for nothing.${now}`
  if (needed === undefined) return `Too little is known of the goal to say how many it takes.${now}`
  const come =
    share > 0 && share < 1 ? `, of about ${countWords(rounded(needed / share), unit)} who come` : ''
  return `Takes about ${countWords(rounded(needed), unit)}${come}, to be seen in 8 of 10 such flights.${now}`
}

/** Two digits: more would claim to know more. */
const rounded = (count: number): number => Number(count.toPrecision(2))
