import { judgeAudited } from '../measure/audit/judge.ts'
import { auditedEstimate, audits } from '../measure/audit/measure.ts'
import { bySlice } from '../measure/by-slice.ts'
import { awaitedIn } from '../measure/delay/awaited.ts'
import { estimate } from '../measure/estimate.ts'
import { judge } from '../measure/goal.ts'
import type { GoalDocument } from '../spec/api.ts'
import type { Expression } from '../spec/measure.ts'
import type { MeasureQuery } from '../spec/ports.ts'
import type { GoalOptions } from '../spec/running.ts'
import type { DecisionPart } from '../system/decision.ts'
import { systemDocument } from '../system/document.ts'
import type { GoalPart } from '../system/goal.ts'
import type { Inside } from './inside.ts'
import { queryOf } from './query.ts'

/** Values of all goals, in the order of declaration. */
export async function measureGoals(
  inside: Inside,
  options: GoalOptions = {},
): Promise<readonly GoalDocument[]> {
  await inside.projector.fresh()
  const declared = systemDocument(inside.system).goals
  return Promise.all(
    inside.system.goals.map(async (goal, index) => ({
      ...(declared[index] as (typeof declared)[number]),
      ...(await measureGoal(inside, goal, options)),
    })),
  )
}

type Measured = Pick<
  GoalDocument,
  'value' | 'interval' | 'n' | 'status' | 'because' | 'audit' | 'waiting' | 'slices'
>

async function measureGoal(
  inside: Inside,
  goal: GoalPart,
  { slice, ...period }: GoalOptions,
): Promise<Measured> {
  const { measure } = goal
  const part = inside.system.decisions.find((one) => one.name === measure?.decision)
  if (measure === undefined || part === undefined) {
    return unknown('Nothing measures this goal.')
  }
  const query = queryOf(inside, part, measure, period)
  const [whole] = await inside.ports.warehouse.answer(query)
  if (whole === undefined) return unknown('There are no decisions to measure.')
  const naive = estimate(measure, whole.statistics)
  const audit = (await auditsOf(inside, part, query))?.(whole)
  const all = audit === undefined ? naive : auditedEstimate(audit)
  const by = slice !== undefined && part.dataClasses[slice] === 'public' ? slice : undefined
  const waiting = await waitingOf(inside, query)
  return {
    ...all,
    ...(audit === undefined ? judge(goal.target, all, waiting) : judgeAudited(goal.target, audit)),
    ...(audit !== undefined && { audit }),
    ...(waiting !== undefined && { waiting }),
    ...(by !== undefined && { slices: await slices(inside, part, query, { op: 'context', path: [by] }) }),
  }
}

const unknown = (because: string): Measured => ({
  value: null,
  interval: null,
  n: 0,
  status: 'inconclusive',
  because,
})

/** Loaded by those who await anything only. */
async function waitingOf({ ports }: Inside, query: MeasureQuery) {
  if (awaitedIn(query.measure, query.feedback).length === 0) return undefined
  const { waitingFor } = await import('../measure/delay/waiting.ts')
  return waitingFor((asked) => ports.warehouse.answer(asked), query)
}

const auditsOf = ({ ports }: Inside, part: DecisionPart, query: MeasureQuery) =>
  audits((asked) => ports.warehouse.answer(asked), query, part)

async function slices(inside: Inside, part: DecisionPart, whole: MeasureQuery, slice: Expression) {
  const query = { ...whole, slice }
  const answers = await inside.ports.warehouse.answer(query)
  const audited = await auditsOf(inside, part, query)
  return answers.toSorted(bySlice).map((one) => {
    const naive = estimate(query.measure, one.statistics)
    const audit = audited?.(one)
    if (audit === undefined) return { slice: one.slice, ...naive }
    return { slice: one.slice, ...auditedEstimate(audit), audit }
  })
}
