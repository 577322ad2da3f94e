import { inMilliseconds } from '../../spec/duration.ts'
import type { LaterPair } from '../../stats/feedback/influence.ts'
import { addPair, noPairMoments } from '../../stats/moments.ts'
import { eachInTurns, mapInTurns } from './in-turns.ts'
import type { SeenLog } from './log.ts'
import { type Row, rowsOf } from './row.ts'
import { timelinesOf } from './timeline.ts'
import type { Watch } from './watch.ts'

/** The randomised actions of a watch, each with what came later, in the order of time. */
export interface Paired {
  readonly pairs: readonly LaterPair[]
  /** Mean number of later decisions that a pair's value is the mean of. */
  readonly later: number
  /** How much more probable acting is with one unit more of what is watched; null where it is not decided on. */
  readonly slope: number | null
}

/**
 * What came later: the mean, in the same unit, over the time from half a delay to one and a half delays after the decision.
 * Labels are seen only where the system acted again, so their time is cut into stretches of one delay, and an action is
 * paired with the labels of the next stretch; see `influenceOf` for why. A pair is complete when its time is over, and the
 * labels in it are as old as they must be.
 */
export async function pairsOf(watch: Watch, log: SeenLog): Promise<Paired> {
  const delay = inMilliseconds(watch.delay)
  const settles = watch.settles === undefined ? 0 : inMilliseconds(watch.settles)
  const isLabel = watch.target.kind === 'label'
  const acting = await rowsOf(watch, await log.decisions(watch.from.name, watch.settles), log)
  const seen =
    watch.target.decision === watch.from.name
      ? acting
      : await rowsOf(watch, await log.decisions(watch.target.decision, watch.settles), log)
  const timelines = await timelinesOf(seen, log)
  const counted = { pairs: 0, later: 0 }
  const pairs = await mapInTurns(acting, log, (row): LaterPair | undefined => {
    const stretch = Math.floor(row.at / delay)
    const [after, until] = isLabel
      ? [(stretch + 1) * delay - 1, (stretch + 2) * delay - 1]
      : [row.at + delay / 2, row.at + 1.5 * delay]
    const complete = until + settles
    const timeline = timelines.get(row.unit)
    const later = timeline?.between(after, until)
    if (complete > log.now || timeline === undefined || later === undefined) return undefined
    counted.pairs += 1
    counted.later += later.n
    const before = timeline.between(Number.NEGATIVE_INFINITY, row.at - settles - 1)
    return {
      ...{ unit: row.unit, at: row.at, complete, acted: row.acted, propensity: row.propensity },
      later: later.mean,
      ...(row.value !== null && !isLabel && row.own && { value: row.value }),
      ...(before !== undefined && { mean: before.mean }),
      ...(isLabel && { half: stretch % 2 === 0 ? (0 as const) : (1 as const) }),
    }
  })
  return {
    pairs,
    later: counted.pairs === 0 ? 0 : counted.later / counted.pairs,
    slope: isLabel || seen !== acting ? null : await slopeOf(acting, log),
  }
}

/** Least squares of the propensity on the value. */
async function slopeOf(rows: readonly Row[], log: SeenLog): Promise<number | null> {
  let moments = noPairMoments
  await eachInTurns(rows, log, ({ value, propensity }) => {
    if (value !== null) moments = addPair(moments, value, propensity)
  })
  return moments.squaresX > 0 ? moments.products / moments.squaresX : null
}
