import type { Measure, Statistics } from '../../spec/measure.ts'
import type { MeasureAnswer, MeasureQuery } from '../../spec/ports.ts'
import type { EarlyEstimate } from '../../spec/waiting.ts'
import {
  type ArrivalCurve,
  type Arrived,
  arrivalCurve,
  arrivedFor,
} from '../../stats/feedback/arrival-curve.ts'
import { type DelayedMean, delayedMean } from '../../stats/feedback/delayed-mean.ts'
import type { AskWarehouse } from '../audit/measure.ts'
import { windowOf } from './awaited.ts'
import { enoughAnswers } from './enough-answers.ts'
import { type EarlyPlan, earlyPlan, type MeanMeasure } from './plan.ts'
import { joinedSoFar } from './so-far.ts'
import { arrivedBy, edgesOf, literal, stretchOf } from './stretches.ts'

/** What to expect of the decisions whose window is open, or why nobody knows. */
export async function earlyEstimate(ask: AskWarehouse, query: MeasureQuery): Promise<EarlyEstimate | string> {
  const plan = earlyPlan(query.measure, query.feedback)
  if (typeof plan === 'string') return plan
  const curve = await curveOf(ask, query, plan)
  if (curve === undefined || curve.answers < enoughAnswers)
    return `How soon answers come is not known yet: it takes ${enoughAnswers} answers to decisions at least ${plan.awaited.within} old, and there ${said(curve?.answers ?? 0)}.`
  const open = openOf(query, plan)
  const ages = await agesOf(ask, open, plan)
  const units = await perUnit(ask, open, plan, { curve, ages })
  const { sum, squares } = await sumsOf(ask, open, { ...plan.measure, op: 'mean', of: plan.change })
  const found = delayedMean({ sum, squares, arrived: units.arrived, isShare: plan.isShare })
  if (found === undefined) return 'The decisions are so new that none of their answers can have come.'
  const silent = await silentIn(ask, open, plan)
  return told(plan, found, silent, { arrived: units.arrived.sum / units.n, seenFrom: curve.answers })
}

const said = (answers: number): string => (answers === 1 ? 'is 1' : `are ${answers}`)

/** Seen from all decisions whose window has passed, also from those before a period that is asked about. */
async function curveOf(
  ask: AskWarehouse,
  query: MeasureQuery,
  { measure, awaited, change, isShare }: EarlyPlan,
): Promise<ArrivalCurve | undefined> {
  const edges = edgesOf(windowOf(awaited))
  const { from: _, ...whole } = query
  const answers = await ask({
    ...{ ...whole, to: query.now - windowOf(awaited) },
    measure: { ...measure, op: 'sum', of: change, per: 'decision' },
    slice: stretchOf({ op: 'delay', name: awaited.name }, edges),
  })
  const stretches = inStretches(answers, edges).map(({ n, sum, squares }) => ({
    // What changes nothing, as a no where silence counts as no, says nothing of when a yes comes.
    ...{ n: isShare ? squares : n, sum, squares },
  }))
  return arrivalCurve(edges, stretches)
}

/** The question about decisions whose window is open, and what has come so far. */
function openOf(query: MeasureQuery, { awaited }: EarlyPlan): MeasureQuery {
  return {
    ...query,
    from: Math.max(query.from ?? -Infinity, query.now - windowOf(awaited)),
    feedback: joinedSoFar(query.feedback, awaited.name),
  }
}

/** How many of the open decisions are of each stretch of ages. */
async function agesOf(
  ask: AskWarehouse,
  open: MeasureQuery,
  { measure, awaited }: EarlyPlan,
): Promise<readonly number[]> {
  const edges = edgesOf(windowOf(awaited))
  const ofAges: Measure = { ...measure, op: 'sum', of: literal(1) }
  const answers = await ask({ ...open, measure: ofAges, slice: stretchOf({ op: 'age' }, edges) })
  return inStretches(answers, edges).map(({ sum }) => sum)
}

interface Units {
  readonly n: number
  readonly arrived: Arrived
}

/** What has arrived, averaged over each person or episode where the measure is; its error is as large in proportion. */
async function perUnit(
  ask: AskWarehouse,
  open: MeasureQuery,
  { measure }: EarlyPlan,
  { curve, ages }: { readonly curve: ArrivalCurve; readonly ages: readonly number[] },
): Promise<Units> {
  const arrived = arrivedFor(curve, ages)
  if (measure.per === 'decision') return { n: ages.reduce((a, b) => a + b, 0), arrived }
  const share = arrivedBy({ op: 'age' }, curve)
  const { n, sum, squares } = await sumsOf(ask, open, { ...measure, op: 'mean', of: share })
  return { n, arrived: { sum, squares, variance: arrived.variance * (sum / arrived.sum) ** 2 } }
}

/** What the open decisions count without any answer, on average. */
async function silentIn(
  ask: AskWarehouse,
  open: MeasureQuery,
  { measure, silent }: EarlyPlan,
): Promise<number> {
  if (silent.op === 'literal') return Number(silent.value)
  const { n, sum } = await sumsOf(ask, open, { ...measure, op: 'mean', of: silent })
  return sum / n
}

function told(
  { isShare }: EarlyPlan,
  { mean, interval }: DelayedMean,
  silent: number,
  seen: Pick<EarlyEstimate, 'arrived' | 'seenFrom'>,
): EarlyEstimate {
  const value = silent + mean
  return {
    value: isShare ? Math.min(1, Math.max(0, value)) : value,
    interval: interval === null ? null : [silent + interval.lower, silent + interval.upper],
    ...seen,
  }
}

type Moments = Extract<Statistics, { kind: 'moments' }>

const none: Moments = { kind: 'moments', n: 0, sum: 0, squares: 0 }

const momentsIn = (answer: MeasureAnswer | undefined): Moments =>
  answer?.statistics.kind === 'moments' ? answer.statistics : none

const sumsOf = async (ask: AskWarehouse, query: MeasureQuery, measure: MeanMeasure): Promise<Moments> =>
  momentsIn((await ask({ ...query, measure }))[0])

/** By number of the stretch; what has none is of decisions without an answer. */
function inStretches(answers: readonly MeasureAnswer[], edges: readonly number[]): readonly Moments[] {
  const byStretch = new Map(answers.map((one) => [one.slice, one]))
  return edges.slice(1).map((_, i) => momentsIn(byStretch.get(i)))
}
