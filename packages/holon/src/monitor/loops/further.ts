import { inMilliseconds } from '../../spec/duration.ts'
import type { FurtherActions } from '../../spec/loops.ts'
import type { LaterPair } from '../../stats/feedback/influence.ts'
import { mapInTurns } from './in-turns.ts'
import { influenceInTurns } from './influence-in-turns.ts'
import type { SeenLog } from './log.ts'
import { rowsOf } from './row.ts'
import { timelinesOf } from './timeline.ts'
import type { Watch } from './watch.ts'

/** Delays over which further actions are counted. */
const horizon = 10

/**
 * The loop closed: how many further actions one action brings about in its unit within ten delays, on whatever way. It is
 * the effect of the action on the logged probabilities of the decisions that follow, summed: no model of how a score
 * turns into an action is needed. Undefined while too little was seen.
 */
export async function furtherActions(watch: Watch, log: SeenLog): Promise<FurtherActions | undefined> {
  const delay = inMilliseconds(watch.delay)
  const seen = await rowsOf(watch, await log.decisions(watch.from.name), log)
  const rows = await mapInTurns(seen, log, (row) => ({ ...row, value: row.propensity }))
  const timelines = await timelinesOf(rows, log)
  const pairs = await mapInTurns(rows, log, (row): LaterPair | undefined => {
    const complete = row.at + (horizon + 0.5) * delay
    const later = timelines.get(row.unit)?.between(row.at + delay / 2, complete)
    if (complete > log.now || later === undefined) return undefined
    return { ...row, complete, later: later.mean * later.n }
  })
  const { effect, interval } = await influenceInTurns(pairs, log)
  if (effect === null || !Number.isFinite(interval.lower)) return undefined
  const [amount, unit = ''] = watch.delay.split(' ')
  const within = `${horizon * Number(amount)} ${unit.replace(/s$/, '')}s`
  return { actions: effect, interval: [interval.lower, interval.upper], within }
}
