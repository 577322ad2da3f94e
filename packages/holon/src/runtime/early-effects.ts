import { aged } from '../measure/delay/aged.ts'
import { awaitedIn, longestAwaited, windowOf } from '../measure/delay/awaited.ts'
import { type AskArms, earlyEffects } from '../measure/flight/early-effects.ts'
import { tightAtOf } from '../measure/flight/scorecard.ts'
import type { FlightDocument } from '../spec/flight.ts'
import type { Measure } from '../spec/measure.ts'
import type { ScorecardDocument } from '../spec/scorecard.ts'
import { askedMeasure } from './flights/asked-measure.ts'
import type { Inside } from './inside.ts'

/** A scorecard with what is to be expected of the decisions that wait, beside each goal that waits for anything. */
export async function withEarlyEffects(
  { system }: Inside,
  flight: FlightDocument,
  card: ScorecardDocument,
  ask: AskArms,
): Promise<ScorecardDocument> {
  const arms = flight.arms.map((arm) => arm.name)
  const options = { tightAt: tightAtOf(flight) }
  const goals: ScorecardDocument['goals'][number][] = []
  for (const goal of card.goals) {
    const measure = system.goals.find((one) => one.name === goal.name)?.measure
    const asked = measure && goal.because === undefined ? askedMeasure(system, measure) : undefined
    const early =
      asked !== undefined && awaitedIn(asked.measure, asked.feedback).length > 0
        ? await earlyEffects(arms, asked.measure, asked.feedback, ask, options)
        : undefined
    goals.push(early === undefined ? goal : { ...goal, early })
  }
  return { ...card, goals }
}

/** A measure of those decisions only that no longer wait. */
export function whereNothingWaits({ system }: Inside, measure: Measure): Measure {
  const awaited = longestAwaited(measure, askedMeasure(system, measure).feedback)
  return awaited === undefined ? measure : { ...measure, among: aged(measure, 'gt', windowOf(awaited)) }
}
