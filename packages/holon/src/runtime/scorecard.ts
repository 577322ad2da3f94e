import { bySlice } from '../measure/by-slice.ts'
import { joinedSoFar } from '../measure/delay/so-far.ts'
import { clustered, asked as withRows } from '../measure/flight/clustered-rows.ts'
import type { ByArm } from '../measure/flight/effect.ts'
import { type Gathered, type MeasuredGoal, score } from '../measure/flight/scorecard.ts'
import { HolonError } from '../spec/error.ts'
import type { FlightDocument } from '../spec/flight.ts'
import type { Expression, Measure } from '../spec/measure.ts'
import type { ArmAnswer, ArmStatistics, ArmsMeasure } from '../spec/ports.ts'
import type { ScorecardDocument, ScorecardOptions } from '../spec/scorecard.ts'
import { unknownName } from '../spec/unknown-name.ts'
import type { GoalPart } from '../system/goal.ts'
import { whereNothingWaits, withEarlyEffects } from './early-effects.ts'
import { askedMeasure } from './flights/asked-measure.ts'
import { flightNamed } from './flights/flight-named.ts'
import { isComparable } from './flights/is-comparable.ts'
import { keepLook, looksAt } from './flights/looks.ts'
import { indicatorNotes } from './indicators.ts'
import type { Inside } from './inside.ts'

/** What a flight did to every layer of goals. @throws HolonError `name-unknown`, `input-invalid`, `warehouse-unavailable` */
export async function readScorecard(
  inside: Inside,
  name: string,
  asked: ScorecardOptions = {},
): Promise<ScorecardDocument> {
  const flight = flightNamed(inside.flights.all(), name)
  const options = asPromised(flight, asked)
  mustSplit(inside, flight, options.slices ?? [])
  await inside.projector.fresh()
  const ask = asking(inside, flight, options)
  const { goals } = inside.system
  const main = comparable(flight, goals.find((goal) => goal.name === flight.main)?.measure)
  const known = main === undefined || !('of' in main) ? undefined : whereNothingWaits(inside, knownOf(main))
  const wanted = [
    ...goals.flatMap(({ name, measure }) => named(`goal ${name}`, comparable(flight, measure))),
    ...costsOf(flight).flatMap((one) => named(one.name, one.measure)),
    ...named('known', known),
    ...named('units', anything(flight)),
  ]
  const answers = await ask(wanted.map((one) => one.measure))
  const found = (name: string): ByArm =>
    byArm(
      answers,
      wanted.findIndex((one) => one.name === name),
    )
  const counts = unitsByArm(found('units'))
  const card = await scored(inside, flight, {
    ...{ system: inside.system.name, flight, at: inside.ports.clock.now(), counts },
    adjust: options.before !== undefined,
    goals: goals.map((goal) => measuredGoal(flight, goal, found(`goal ${goal.name}`))),
    costs: costsOf(flight).map((one) => ({ ...one, byArm: found(one.name) })),
    ...(known !== undefined && { answers: { measure: known, byArm: found('known') } }),
    ...(flight.counts === 'exposed' && { exposed: await exposed(flight, counts, ask) }),
    slices: main === undefined ? [] : await slices(main, options.slices ?? [], ask),
    stretches: main === undefined || options.sinceMet === undefined ? [] : await stretches(main, ask),
    ...(options.sinceMet !== undefined && { sinceMet: options.sinceMet }),
  })
  return withEarlyEffects(inside, flight, card, async (measures, soFar) => {
    const early = await ask(measures, { soFar })
    return measures.map((_, i) => byArm(early, i))
  })
}

/** The scorecard; a look that is due is kept, so that whoever reads it later sees the same. */
async function scored(
  inside: Inside,
  flight: FlightDocument,
  gathered: Gathered,
): Promise<ScorecardDocument> {
  const [looks, indicators] = await Promise.all([looksAt(inside, flight), indicatorNotes(inside, flight)])
  const { card, taken } = score({ ...gathered, looks, indicators })
  if (taken === undefined || (await keepLook(inside, flight, taken))) return card
  return scored(inside, flight, gathered)
}

/** Where the looks are counted, also what is taken out of them was said at the start. */
function asPromised({ judge, name }: FlightDocument, asked: ScorecardOptions): ScorecardOptions {
  if (judge === undefined || !('units' in judge)) return asked
  const { before, ...rest } = asked
  if (before !== undefined && before !== judge.before)
    throw new HolonError(
      'input-invalid',
      `"${name}" is judged ${judge.before === undefined ? 'without the time before' : `with ${judge.before} before`}, as it said when it started.`,
      'Leave out `before`; say it in `judge` of the next flight.',
    )
  return { ...rest, ...(judge.before !== undefined && { before: judge.before }) }
}

const named = (name: string, measure: Measure | undefined) =>
  measure === undefined ? [] : [{ name, measure }]

type Ask = (
  measures: readonly Measure[],
  how?: {
    readonly slice?: Expression
    readonly counts?: 'decided'
    readonly stretched?: boolean
    /** Feedback that joins as it is so far. */
    readonly soFar?: string
  },
) => Promise<readonly ArmAnswer[]>

const asking =
  (
    inside: Inside,
    { name, decision, unit, counts, steps }: FlightDocument,
    { before, sinceMet }: ScorecardOptions,
  ): Ask =>
  async (measures, { slice, counts: others, stretched = false, soFar } = {}) => {
    const askedFor = (measure: Measure): ArmsMeasure => {
      const { feedback } = askedMeasure(inside.system, measure)
      return { measure, feedback: soFar === undefined ? feedback : joinedSoFar(feedback, soFar) }
    }
    const answers = await inside.ports.warehouse.arms({
      system: inside.system.name,
      measures: withRows(measures).map(askedFor),
      now: inside.ports.clock.now(),
      from: steps[0]?.at ?? 0,
      units: { flight: name, unit, counts: others ?? counts, ...(decision !== undefined && { decision }) },
      ...(before !== undefined && { before }),
      ...(slice !== undefined && { slice }),
      ...(stretched && sinceMet !== undefined && { sinceMet }),
    })
    return clustered(measures, answers)
  }

function measuredGoal(flight: FlightDocument, goal: GoalPart, found: ByArm): MeasuredGoal {
  const { name, layer, unit, target, measure } = goal
  const because = measure === undefined ? 'Nothing measures this goal.' : apart(flight, measure)
  return {
    ...{ name, layer, unit, target, measure: measure ?? anything(flight), byArm: found },
    per: measure === undefined ? flight.unit : perOf(flight, measure),
    ...(because !== undefined && { because }),
  }
}

const apart = (flight: FlightDocument, measure: Measure): string | undefined =>
  isComparable(flight, measure)
    ? undefined
    : `It is measured at "${measure.decision}", and the flight assigns every decision of "${flight.decision}" anew: give it the unit person to compare it.`

const comparable = (flight: FlightDocument, measure: Measure | undefined): Measure | undefined =>
  measure !== undefined && isComparable(flight, measure) ? measure : undefined

const perOf = ({ unit }: FlightDocument, { op }: Measure): FlightDocument['unit'] =>
  op === 'quantile' || op === 'auc' || op === 'calibrationError' ? 'decision' : unit

/** Of an empty answer any measure will do; of the units, too. */
const anything = ({ decision = '' }: FlightDocument): Measure => ({ op: 'count', decision, per: 'decision' })

/** What was measured of one measure in each arm. */
const byArm = (answers: readonly ArmAnswer[], index = 0): ByArm =>
  new Map(
    answers.flatMap(({ arm, statistics }) => {
      const own = statistics[index]
      return own === undefined ? [] : [[arm, own]]
    }),
  )

function costsOf({ decision }: FlightDocument) {
  if (decision === undefined) return []
  const mean = (of: Expression): Measure => ({ op: 'mean', of, decision, per: 'decision' })
  const failed: Measure = { op: 'rate', of: { op: 'degraded' }, decision, per: 'decision' }
  return [
    { name: 'cost', unit: '', measure: mean({ op: 'cost' }) },
    { name: 'latency', unit: 'ms', measure: mean({ op: 'latency' }) },
    { name: 'failures', unit: '%', measure: failed },
  ] as const
}

/** How many units were exposed, of those for whom something was decided. */
async function exposed(flight: FlightDocument, counts: ReadonlyMap<string, number>, ask: Ask) {
  const decided = unitsByArm(byArm(await ask([anything(flight)], { counts: 'decided' })))
  return [...decided].map(([arm, of]) => ({ arm, n: counts.get(arm) ?? 0, of }))
}

const unitsByArm = (found: ByArm): ReadonlyMap<string, number> =>
  new Map([...found].map(([arm, statistics]) => [arm, unitsIn(statistics)]))

const unitsIn = (statistics: ArmStatistics): number =>
  statistics.kind === 'units' ? statistics.units.n : statistics.units

/** How many of the rows are known. */
function knownOf(measure: Extract<Measure, { readonly of: Expression }>): Measure {
  const { decision, among } = measure
  return {
    op: 'rate',
    of: { op: 'known', of: measure.of },
    decision,
    per: 'decision',
    ...(among && { among }),
  }
}

async function slices(main: Measure, fields: readonly string[], ask: Ask): Promise<Gathered['slices']> {
  const all = await Promise.all(
    fields.map(async (field) => {
      const answers = await ask([main], { slice: { op: 'context', path: [field] } })
      return [...Map.groupBy(answers.toSorted(bySlice), (one) => one.slice)].map(([slice, own]) => ({
        ...{ field, slice },
        byArm: byArm(own),
      }))
    }),
  )
  return all.flat()
}

async function stretches(main: Measure, ask: Ask): Promise<Gathered['stretches']> {
  const answers = await ask([main], { stretched: true })
  return [...Map.groupBy(answers, (one) => one.stretch ?? 0)].map(([stretch, own]) => ({
    stretch,
    byArm: byArm(own),
  }))
}

function mustSplit({ system }: Inside, { decision, name }: FlightDocument, fields: readonly string[]): void {
  if (fields.length === 0) return
  const part = system.decisions.find((one) => one.name === decision)
  if (part === undefined)
    throw new HolonError(
      'input-invalid',
      `The holdout "${name}" is met at every decision point, so no context field splits its units.`,
      'Leave the slices out.',
    )
  const open = Object.entries(part.dataClasses).flatMap(([field, kind]) => (kind === 'public' ? [field] : []))
  const unknown = fields.find((field) => !open.includes(field))
  if (unknown !== undefined) throw unknownName('public context field', unknown, open)
}
