import type { LoggedRequest } from '../../spec/off-policy.ts'
import type { MeasureAnswer } from '../../spec/ports.ts'
import type { Inside } from '../inside.ts'
import { planNamed } from '../plan-named.ts'
import { queryOf } from '../query.ts'
import { readRows } from './read.ts'
import { rewardNamed } from './reward.ts'

/**
 * Asks the warehouse for the mean reward of the logged decisions that an evaluation counts: those that are settled, of the
 * latest so many. It does not know who was erased, nor which decisions were steps of a ladder.
 */
export async function askLogged(
  inside: Inside,
  name: string,
  request: LoggedRequest,
): Promise<readonly MeasureAnswer[]> {
  const { decision } = planNamed(inside, name)
  const { op, of, among, settles } = rewardNamed(inside.system, decision, request.reward)
  const [oldest] = await readRows(inside, decision, request)
  const from = oldest?.decision.at ?? request.from
  const ends = [request.to, settles > 0 ? inside.ports.clock.now() - settles : undefined]
  const to = Math.min(...ends.map((end) => end ?? Number.POSITIVE_INFINITY))
  await inside.projector.fresh()
  const rows = { decision: name, per: 'decision', ...(among !== undefined && { among }) } as const
  const period = { ...(from !== undefined && { from }), ...(Number.isFinite(to) && { to }) }
  return inside.ports.warehouse.answer(queryOf(inside, decision, { op, of, ...rows }, period))
}
