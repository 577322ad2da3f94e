import { jointEffect, type Stretch } from '../measure/indicators/joint-effect.ts'
import { type IndicatorPair, pairsOf } from '../measure/indicators/pairs.ts'
import { standingOf } from '../measure/indicators/standing.ts'
import type { FlightDocument } from '../spec/flight.ts'
import type { IndicatorEffect, IndicatorNote, IndicatorsDocument } from '../spec/indicators.ts'
import type { ArmAnswer } from '../spec/ports.ts'
import { askedMeasure } from './flights/asked-measure.ts'
import { isComparable } from './flights/is-comparable.ts'
import { stretchesOfFlight } from './flights/stretches.ts'
import type { Inside } from './inside.ts'

/** An effect on one of the pairs. */
interface Found {
  readonly pair: IndicatorPair
  readonly effect: IndicatorEffect
}

/** How well leading indicators told of the goals they support, over all flights that have ended. @throws HolonError `warehouse-unavailable` */
export async function readIndicators(inside: Inside): Promise<IndicatorsDocument> {
  await inside.projector.fresh()
  const pairs = pairsOf(inside.system.goals)
  const found = await foundIn(inside, pairs)
  return {
    system: inside.system.name,
    at: inside.ports.clock.now(),
    pairs: pairs.map((pair) => standingOf(pair, effectsOn(pair, found))),
  }
}

/** What a scorecard says of its indicators, by their names: what other flights showed. Remembered for an hour. */
export async function indicatorNotes(
  inside: Inside,
  flight: FlightDocument,
): Promise<ReadonlyMap<string, readonly IndicatorNote[]>> {
  const pairs = pairsOf(inside.system.goals)
  if (pairs.length === 0 || ended(inside).length === 0) return new Map()
  const found = (await remembered(inside)).filter(({ effect }) => effect.flight !== flight.name)
  const standings = pairs.map((pair) => standingOf(pair, effectsOn(pair, found)))
  const notes = standings.map(({ indicator, goal, verdict, words }) => ({
    indicator,
    note: { goal, verdict, words },
  }))
  return new Map(
    [...Map.groupBy(notes, (one) => one.indicator)].map(([name, own]) => [name, own.map((one) => one.note)]),
  )
}

const hour = 3_600_000

const memory = new WeakMap<Inside, { readonly key: string; readonly found: Promise<readonly Found[]> }>()

/** What ended flights did changes only by what still comes back for them. */
function remembered(inside: Inside): Promise<readonly Found[]> {
  const names = ended(inside).map(({ name, steps }) => [name, steps.length])
  const key = JSON.stringify([Math.floor(inside.ports.clock.now() / hour), names, inside.snapshot])
  const last = memory.get(inside)
  if (last?.key === key) return last.found
  const found = foundIn(inside, pairsOf(inside.system.goals))
  memory.set(inside, { key, found })
  found.catch(() => memory.delete(inside))
  return found
}

const ended = ({ flights }: Inside): readonly FlightDocument[] =>
  flights.all().filter(({ state }) => state !== 'running')

const effectsOn = (pair: IndicatorPair, found: readonly Found[]): readonly IndicatorEffect[] =>
  found.flatMap((one) =>
    one.pair.indicator === pair.indicator && one.pair.goal === pair.goal ? [one.effect] : [],
  )

async function foundIn(inside: Inside, pairs: readonly IndicatorPair[]): Promise<readonly Found[]> {
  const all: Found[] = []
  // One flight after the other: a warehouse has others to answer too.
  for (const flight of ended(inside)) all.push(...(await foundInFlight(inside, pairs, flight)))
  return all
}

/** Effects of every arm of a flight on every pair that it can be compared on. */
async function foundInFlight(
  inside: Inside,
  pairs: readonly IndicatorPair[],
  flight: FlightDocument,
): Promise<readonly Found[]> {
  const usable = pairs.flatMap(({ measures, ...pair }) =>
    measures !== undefined && isComparable(flight, measures.indicator) && isComparable(flight, measures.goal)
      ? [{ ...pair, measures }]
      : [],
  )
  const measures = [...new Set(usable.flatMap((pair) => [pair.measures.indicator, pair.measures.goal]))]
  if (measures.length === 0) return []
  const stretches = await stretchesOfFlight(
    inside,
    flight,
    measures.map((one) => askedMeasure(inside.system, one)),
  )
  const [control = '', ...arms] = flight.arms.map((arm) => arm.name)
  return usable.flatMap((pair) =>
    arms.flatMap((arm) => {
      const places = [
        measures.indexOf(pair.measures.indicator),
        measures.indexOf(pair.measures.goal),
      ] as const
      const own = stretches.flatMap((answers) => stretchOf(answers, [control, arm], places))
      const joint = jointEffect(own)
      return joint === undefined ? [] : [{ pair, effect: { flight: flight.name, arm, ...joint } }]
    }),
  )
}

function stretchOf(
  answers: readonly ArmAnswer[],
  [control, arm]: readonly [string, string],
  [indicator, goal]: readonly [number, number],
): readonly Stretch[] {
  const moments = (name: string, place: number) => {
    const found = answers.find((one) => one.arm === name)?.statistics[place]
    return found?.kind === 'units' ? found.units : undefined
  }
  const pair = (place: number) => {
    const [one, other] = [moments(control, place), moments(arm, place)]
    return one === undefined || other === undefined ? undefined : { control: one, treatment: other }
  }
  const [ofIndicator, ofGoal] = [pair(indicator), pair(goal)]
  return ofIndicator === undefined || ofGoal === undefined ? [] : [{ indicator: ofIndicator, goal: ofGoal }]
}
