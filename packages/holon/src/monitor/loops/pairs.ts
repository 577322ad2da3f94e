import { inMilliseconds } from '../../spec/duration.ts'
import type { LaterPair } from '../../stats/feedback/influence.ts'
import { pairMomentsOf } from '../../stats/moments.ts'
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
export function pairsOf(watch: Watch, log: SeenLog): Paired {
  const delay = inMilliseconds(watch.delay)
  const settles = watch.settles === undefined ? 0 : inMilliseconds(watch.settles)
  const isLabel = watch.target.kind === 'label'
  const acting = rowsOf(watch, log.decisions(watch.from.name, watch.settles))
  const seen =
    watch.target.decision === watch.from.name
      ? acting
      : rowsOf(watch, log.decisions(watch.target.decision, watch.settles))
  const timelines = timelinesOf(seen)
  const counted = { pairs: 0, later: 0 }
  const pairs = acting.flatMap((row): LaterPair[] => {
    const stretch = Math.floor(row.at / delay)
    const [after, until] = isLabel
      ? [(stretch + 1) * delay - 1, (stretch + 2) * delay - 1]
      : [row.at + delay / 2, row.at + 1.5 * delay]
    const complete = until + settles
    const timeline = timelines.get(row.unit)
    const later = timeline?.between(after, until)
    if (complete > log.now || timeline === undefined || later === undefined) return []
    counted.pairs += 1
    counted.later += later.n
    const before = timeline.between(Number.NEGATIVE_INFINITY, row.at - settles - 1)
    return [
      {
        ...{ unit: row.unit, at: row.at, complete, acted: row.acted, propensity: row.propensity },
        later: later.mean,
        ...(row.value !== null && !isLabel && row.own && { value: row.value }),
        ...(before !== undefined && { mean: before.mean }),
        ...(isLabel && { half: stretch % 2 === 0 ? (0 as const) : (1 as const) }),
      },
    ]
  })
  return {
    pairs,
    later: counted.pairs === 0 ? 0 : counted.later / counted.pairs,
    slope: isLabel || seen !== acting ? null : slopeOf(acting),
  }
}

/** Least squares of the propensity on the value. */
function slopeOf(rows: readonly Row[]): number | null {
  const known = rows.filter((row): row is Row & { value: number } => row.value !== null)
  if (known.length < 2) return null
  const { products, squaresX } = pairMomentsOf(
    known.map(({ value }) => value),
    known.map(({ propensity }) => propensity),
  )
  return squaresX > 0 ? products / squaresX : null
}
