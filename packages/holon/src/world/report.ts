import { type Audits, auditedEstimate, audits } from '../measure/audit/measure.ts'
import { auditPlan } from '../measure/audit/plan.ts'
import { waitingFor } from '../measure/delay/waiting.ts'
import { estimate } from '../measure/estimate.ts'
import { judge } from '../measure/goal.ts'
import type { LoopStanding } from '../spec/loops.ts'
import type { Measure } from '../spec/measure.ts'
import type { MeasureAnswer, MeasureQuery, Warehouse } from '../spec/ports.ts'
import type { Simulated, SimulatedGoal, SimulationDocument } from '../spec/simulation.ts'
import type { DecisionPart } from '../system/decision.ts'
import type { GoalPart } from '../system/goal.ts'
import type { Asked } from './asked.ts'
import { heardOf } from './heard.ts'
import type { WorldLog } from './log.ts'
import { type Mark, noticed } from './noticing.ts'
import type { Quality } from './quality.ts'
import type { Tally } from './tally.ts'
import type { WorldTime } from './time.ts'
import { isHeard, settlesAfter, trueMeasure, trueShapes } from './true-measure.ts'

const day = 86_400_000

/** What a report is made of. */
export interface Reported {
  readonly asked: Asked
  readonly warehouse: Warehouse
  readonly time: WorldTime
  readonly tally: Tally
  readonly log: WorldLog
  readonly quality: ReadonlyMap<string, Quality>
  readonly marks: readonly Mark[]
  readonly loops: readonly LoopStanding[]
}

/** Measures all goals, in whole and stretch by stretch, on what was heard and on what is true. */
export async function reportOn(reported: Reported): Promise<SimulationDocument> {
  const { asked, time, tally, log, marks, quality } = reported
  const { system, every, loops: _, ...run } = asked
  const goals: SimulatedGoal[] = []
  for (const goal of system.goals) goals.push(await measured(reported, goal))
  return {
    system: system.name,
    ...run,
    day: time.monotonic() / day,
    decisions: tally.decisions,
    entries: log.entries,
    log: await log.hash(),
    goals,
    guardrails: [...tally.guardrails].flatMap(([decision, did]) =>
      [...did].map(([guardrail, interventions]) => ({ decision, guardrail, interventions })),
    ),
    experiences: [...tally.experiences].flatMap(([decision, met]) =>
      [...met].map(([experience, times]) => ({ decision, experience, ...times })),
    ),
    noticed: noticed({
      goals,
      stretches: tally.stretches,
      every,
      marks: [...marks, ...alarms(reported)],
      day: time.monotonic() / day,
    }),
    loops: reported.loops,
    figures: [...tally.figures].map(([name, stretches]) => ({
      name,
      overTime: stretches.map((stretch, place) => ({ day: place * every, ...stretch })),
    })),
    quality: [...quality].map(([decision, seen]) => ({ decision, auc: seen.auc(), n: seen.n })),
  }
}

/** The first time each loop was found. */
const alarms = ({ loops, time }: Reported): readonly Mark[] =>
  loops.flatMap(({ name, sightings }) => {
    const times = sightings.flatMap(({ alarmAt }) => alarmAt ?? [])
    return times.length === 0
      ? []
      : [
          {
            day: (Math.min(...times) - time.start) / day,
            by: 'monitor' as const,
            what: `the loop "${name}" is found`,
          },
        ]
  })

async function measured(reported: Reported, goal: GoalPart): Promise<SimulatedGoal> {
  const { name, layer, unit, target, measure } = goal
  const head = { name, layer, unit: unit ?? '', target }
  const { warehouse, time, asked } = reported
  const part = asked.system.decisions.find((one) => one.name === measure?.decision)
  if (measure === undefined || part === undefined) return { ...head, ...nothing, overTime: [] }
  const heard: MeasureQuery = {
    system: asked.system.name,
    measure,
    feedback: part.feedbackParts,
    now: time.now(),
  }
  const truth = isHeard(measure) ? inTruth(heard, part) : undefined
  const every = `${asked.every} days` as const
  const ask = (query: MeasureQuery | undefined, parts: Partial<MeasureQuery> = {}) =>
    query === undefined ? [] : warehouse.answer({ ...query, ...parts })
  const [whole] = await ask(heard)
  const answers = await ask(heard, { every })
  const [wholeTruth] = await ask(truth)
  const truths = new Map((await ask(truth, { every })).map((one) => [one.from, one]))
  const askOf = (query: MeasureQuery) => audits((asked) => warehouse.answer(asked), query, part)
  const audited = await askOf({ ...heard, every })
  const settles = settlesAfter(measure, part.feedbackParts)
  const isSettled = (from: number) => settles === 0 || from + asked.every * day + settles <= time.now()
  const overTime = answers
    .toSorted((a, b) => (a.from ?? 0) - (b.from ?? 0))
    .map((answer) => ({
      day: Math.max(0, ((answer.from ?? time.start) - time.start) / day),
      ...simulated(goal, answer, truths.get(answer.from), audited),
      ...(!isSettled(answer.from ?? time.start) && notYet),
    }))
  const share = heardOf(measure, part.feedbackParts, whole, wholeTruth)
  const waiting = await waitingFor((asked) => warehouse.answer(asked), heard)
  const [openTruth] = waiting === undefined ? [] : await ask(truth, { from: time.now() - settles })
  return {
    ...head,
    ...simulated(goal, whole, wholeTruth, await askOf(heard)),
    ...(share !== undefined && { heard: share }),
    ...(waiting !== undefined && { waiting: { ...waiting, truth: truthIn(measure, openTruth) } }),
    overTime,
  }
}

/** The same question about what is true: of audited feedback, about those who could be asked. */
function inTruth(heard: MeasureQuery, { feedbackParts }: DecisionPart): MeasureQuery {
  const { among } = auditPlan(heard.measure, feedbackParts)?.sizes ?? heard.measure
  return {
    ...heard,
    measure: trueMeasure({ ...heard.measure, ...(among !== undefined && { among }) }),
    feedback: [...feedbackParts, ...trueShapes(feedbackParts)],
  }
}

const truthIn = (measure: Measure, truth: MeasureAnswer | undefined): number | null =>
  truth === undefined ? null : estimate(trueMeasure(measure), truth.statistics).value

/** Of a stretch in which answers are still awaited. */
const notYet = { value: null, interval: null, n: 0, status: 'inconclusive' } as const

const nothing: Simulated = { value: null, interval: null, n: 0, status: 'inconclusive', truth: null }

function simulated(
  { measure, target }: GoalPart,
  answer: MeasureAnswer | undefined,
  truth: MeasureAnswer | undefined,
  audited: Audits | undefined,
): Simulated {
  if (answer === undefined || measure === undefined) return nothing
  const naive = estimate(measure, answer.statistics)
  const audit = audited?.(answer)
  const found = audit === undefined ? naive : auditedEstimate(audit)
  return {
    ...found,
    status: judge(target, found).status,
    truth: truthIn(measure, truth),
    ...(audit !== undefined && { audit }),
  }
}
