import { awaitedIn, longestAwaited, windowOf } from '../measure/delay/awaited.ts'
import { type AskArms, earlyEffects } from '../measure/flight/early-effects.ts'
import { usualUnits } from '../measure/flight/scorecard.ts'
import type { FlightDocument } from '../spec/flight.ts'
import type { Expression, Measure } from '../spec/measure.ts'
import type { ScorecardDocument } from '../spec/scorecard.ts'
import type { Inside } from './inside.ts'

/** A scorecard with what is to be expected of the decisions that wait, beside each goal that waits for anything. */
export async function withEarlyEffects(
  { system }: Inside,
  flight: FlightDocument,
  card: ScorecardDocument,
  ask: AskArms,
): Promise<ScorecardDocument> {
  const arms = flight.arms.map((arm) => arm.name)
  const options = { tightAt: flight.plannedUnits ?? usualUnits }
  const goals: ScorecardDocument['goals'][number][] = []
  for (const goal of card.goals) {
    const measure = system.goals.find((one) => one.name === goal.name)?.measure
    const shapes = feedbackOf(system, measure)
    const awaits =
      measure !== undefined && goal.because === undefined && awaitedIn(measure, shapes).length > 0
    const early = awaits ? await earlyEffects(arms, measure, shapes, ask, options) : undefined
    goals.push(early === undefined ? goal : { ...goal, early })
  }
  return { ...card, goals }
}

/** A measure of those decisions only that no longer wait. */
export function whereNothingWaits({ system }: Inside, measure: Measure): Measure {
  const awaited = longestAwaited(measure, feedbackOf(system, measure))
  if (awaited === undefined) return measure
  const passed: Expression = {
    ...{ op: 'compare', by: 'gt', left: { op: 'age' } },
    right: { op: 'literal', value: windowOf(awaited) },
  }
  const { among } = measure
  return { ...measure, among: among === undefined ? passed : { op: 'and', of: [among, passed] } }
}

const feedbackOf = ({ decisions }: Inside['system'], measure: Measure | undefined) =>
  decisions.find((one) => one.name === measure?.decision)?.feedbackParts ?? []
