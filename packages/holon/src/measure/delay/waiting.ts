import type { Expression, FeedbackShape, Measure } from '../../spec/measure.ts'
import type { MeasureQuery } from '../../spec/ports.ts'
import type { Waiting } from '../../spec/waiting.ts'
import type { AskWarehouse } from '../audit/measure.ts'
import { awaitedIn, longestAwaited, windowOf } from './awaited.ts'
import { earlyEstimate } from './early.ts'

/** So near to 1 that it is the last of any number of decisions, as a measure knows no largest value. */
const oldest = 1 - 1e-12

/** The decisions of a question whose window is open, and what to expect of them; undefined where there are none. */
export async function waitingFor(ask: AskWarehouse, query: MeasureQuery): Promise<Waiting | undefined> {
  const { measure, feedback, now } = query
  const awaited = longestAwaited(measure, feedback)
  if (awaited === undefined) return undefined
  const from = Math.max(query.from ?? -Infinity, now - windowOf(awaited))
  const [answer] = await ask({ ...query, from, measure: ageOf(measure, feedback) })
  if (answer?.statistics.kind !== 'order' || answer.statistics.value === null) return undefined
  const { n, value: age } = answer.statistics
  const early = await earlyEstimate(ask, query)
  return {
    ...{ n, within: awaited.within, next: Math.round(now - age) + windowOf(awaited) + 1 },
    ...(typeof early === 'string' ? { early: null, because: early } : { early, because: '' }),
  }
}

/** The age of the oldest decision that counts, or may. */
function ageOf(measure: Measure, shapes: readonly FeedbackShape[]): Measure {
  const { decision, among } = measure
  const rows = { decision, per: 'decision' } as const
  const isOpen = awaitedIn(among, shapes).length > 0
  return {
    ...{ op: 'quantile', q: oldest, of: { op: 'age' }, ...rows },
    ...(among !== undefined && { among: isOpen ? orUnknown(among) : among }),
  }
}

const orUnknown = (of: Expression): Expression => ({
  op: 'or',
  of: [of, { op: 'not', of: { op: 'known', of } }],
})
