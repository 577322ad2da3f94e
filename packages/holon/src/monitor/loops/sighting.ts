import type {
  FurtherActions,
  LoopEvidence,
  LoopNeed,
  LoopSighting,
  LoopStatus,
  LoopStrength,
} from '../../spec/loops.ts'
import {
  explorationNeeded,
  informationNeeded,
  strengthShown,
} from '../../stats/feedback/exploration-needed.ts'
import type { Influence } from '../../stats/feedback/influence.ts'
import { adjustPValues } from '../../stats/test/multiplicity.ts'
import { becauseOf } from './because.ts'
import { furtherActions } from './further.ts'
import { influenceInTurns } from './influence-in-turns.ts'
import type { SeenLog } from './log.ts'
import { type Paired, pairsOf } from './pairs.ts'
import { unitName, type Watch } from './watch.ts'

/** At most this share of systems without a loop ever sees an alarm. */
export const falseAlarms = 0.05

/** An influence of a fifth of a standard deviation for one action should not stay hidden: "small" in J. Cohen's words (1988). */
const matters = 0.2

interface Looked {
  readonly watch: Watch
  readonly paired: Paired
  readonly influence: Influence
}

/**
 * What all watches see in a log. The p-values of all of them, each valid at any time, are adjusted together by Holm's
 * procedure, so that the chance of any false name, ever, is at most `falseAlarms`.
 */
export async function sightingsOf(watches: readonly Watch[], log: SeenLog): Promise<readonly LoopSighting[]> {
  const looked: Looked[] = []
  for (const watch of watches) {
    const paired = await pairsOf(watch, log)
    looked.push({ watch, paired, influence: await influenceInTurns(paired.pairs, log) })
  }
  const pValues = adjustPValues(
    looked.map(({ influence }) => influence.pValue),
    'holm',
  )
  const alarms = alarmsOf(looked, pValues)
  const sightings: LoopSighting[] = []
  for (const [index, one] of looked.entries()) {
    await log.rest()
    sightings.push(
      await sighting(one, pValues[index] ?? 1, alarms[index] ?? null, { log, of: looked.length }),
    )
  }
  return sightings
}

/** When each was first found, in the steps of Holm's procedure: no sooner than those that were found before it. */
function alarmsOf(looked: readonly Looked[], adjusted: readonly number[]): readonly (number | null)[] {
  const alarms = new Array<number | null>(looked.length).fill(null)
  const order = looked
    .map(({ influence }, index) => ({ influence, index }))
    .sort((a, b) => a.influence.pValue - b.influence.pValue)
  let soonest = -Infinity
  for (const [rank, { influence, index }] of order.entries()) {
    if ((adjusted[index] ?? 1) > falseAlarms) break
    soonest = Math.max(soonest, influence.crossed(falseAlarms / (looked.length - rank)) ?? soonest)
    alarms[index] = soonest
  }
  return alarms
}

async function sighting(
  { watch, paired, influence }: Looked,
  pValue: number,
  alarmAt: number | null,
  { log, of }: { readonly log: SeenLog; readonly of: number },
): Promise<LoopSighting> {
  const evidence = evidenceOf(influence, paired, of)
  const status = statusOf(pValue, evidence)
  const further = status === 'found' ? await furtherActions(watch, log) : undefined
  const strength = strengthOf(influence, paired, further)
  const needed = status === 'inconclusive' ? needOf(influence, evidence, of) : undefined
  const said = {
    ...{ decision: watch.from.name, acts: watch.acts, unit: unitName(watch.unit) },
    ...{ influences: watch.target, delay: watch.delay, status, pValue, alarmAt, evidence },
    ...(strength !== undefined && { strength }),
    ...(needed !== undefined && { needed }),
  }
  return { ...said, because: becauseOf(said) }
}

function statusOf(pValue: number, { wouldShow, shouldShow }: LoopEvidence): LoopStatus {
  if (pValue <= falseAlarms) return 'found'
  return wouldShow !== null && shouldShow !== null && wouldShow <= shouldShow ? 'not-found' : 'inconclusive'
}

function evidenceOf(influence: Influence, { pairs }: Paired, of: number): LoopEvidence {
  const { n, units, information, spread, deviation } = influence
  const shown = strengthShown(information, { alpha: falseAlarms / of })
  return {
    ...{ decisions: n, units, information },
    random: pairs.filter(({ propensity }) => propensity > 0 && propensity < 1).length,
    wouldShow: Number.isFinite(shown) ? shown * spread : null,
    shouldShow: n < 2 ? null : matters * deviation,
  }
}

function strengthOf(
  { effect, interval, deviation }: Influence,
  { slope, later }: Paired,
  further: FurtherActions | undefined,
): LoopStrength | undefined {
  if (effect === null || !Number.isFinite(interval.lower)) return undefined
  return {
    effect,
    interval: [interval.lower, interval.upper],
    relative: deviation > 0 ? effect / deviation : 0,
    gain: slope === null ? null : effect * slope * later,
    ...(further !== undefined && { further }),
  }
}

function needOf(
  { n, information, spread }: Influence,
  { random, shouldShow }: LoopEvidence,
  of: number,
): LoopNeed {
  if (shouldShow === null || !(shouldShow > 0) || !(spread > 0)) return { decisions: null, exploration: null }
  const wanted = informationNeeded(shouldShow / spread, { alpha: falseAlarms / of })
  return {
    decisions: random === 0 ? null : Math.ceil(((wanted - information) * n) / information),
    exploration: explorationNeeded(wanted, n),
  }
}
