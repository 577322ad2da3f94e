import { estimate } from '../measure/estimate.ts'
import { judge } from '../measure/goal.ts'
import type { GoalDocument } from '../spec/api.ts'
import type { Expression } from '../spec/measure.ts'
import type { GoalOptions } from '../spec/running.ts'
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

type Measured = Pick<GoalDocument, 'value' | 'interval' | 'n' | 'status' | 'because' | 'slices'>

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
  const all = estimate(measure, whole.statistics)
  const by = slice !== undefined && part.dataClasses[slice] === 'public' ? slice : undefined
  return {
    ...all,
    ...judge(goal.target, all),
    ...(by !== undefined && { slices: await slices(inside, query, { op: 'context', path: [by] }) }),
  }
}

const unknown = (because: string): Measured => ({
  value: null,
  interval: null,
  n: 0,
  status: 'inconclusive',
  because,
})

async function slices(
  inside: Inside,
  query: Parameters<Inside['ports']['warehouse']['answer']>[0],
  slice: Expression,
) {
  const answers = await inside.ports.warehouse.answer({ ...query, slice })
  return answers.map((one) => ({ slice: one.slice, ...estimate(query.measure, one.statistics) }))
}
