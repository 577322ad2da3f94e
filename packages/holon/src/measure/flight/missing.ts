import type { Measure } from '../../spec/measure.ts'
import type { Missing } from '../../spec/scorecard.ts'
import { pearsonTest } from '../../stats/test/contingency.ts'
import { type ByArm, effectsOf } from './effect.ts'

/** As for the sample ratio: looked at often, seldom true. */
const alarm = 0.001

/** How many of how many in each arm. */
export interface Seen {
  readonly arm: string
  readonly n: number
  readonly of: number
}

/** Whether units are seen of all arms alike. */
export function missingUnits(what: string, arms: readonly Seen[]): Missing {
  const there = arms.filter((one) => one.of > 0)
  const seen = there.reduce((sum, one) => sum + one.n, 0)
  const all = there.reduce((sum, one) => sum + one.of, 0)
  const some = there.length > 1 && seen > 0 && seen < all
  const pValue = some ? pearsonTest(there.map((one) => [one.n, one.of - one.n])).pValue : null
  return { what, arms, pValue, uneven: pValue !== null && pValue <= alarm, blocks: true }
}

/** Whether a measure is known of all arms alike, by the rate at which it is known. */
export function missingAnswers(
  what: string,
  arms: readonly string[],
  known: { readonly measure: Measure; readonly byArm: ByArm },
  tightAt: number,
): Missing {
  const effects = effectsOf(arms, known.measure, known.byArm, { tightAt })
  const pValues = effects.flatMap(({ pValue }) => (pValue === null ? [] : [pValue]))
  // Looked at for every arm.
  const pValue = pValues.length === 0 ? null : Math.min(1, Math.min(...pValues) * pValues.length)
  return {
    what,
    arms: arms.map((arm) => ({ arm, ...countsIn(known.byArm, arm) })),
    pValue,
    uneven: pValue !== null && pValue <= alarm,
    blocks: false,
  }
}

function countsIn(byArm: ByArm, arm: string): { readonly n: number; readonly of: number } {
  const statistics = byArm.get(arm)
  if (statistics?.kind !== 'units') return { n: 0, of: 0 }
  const [n, of] = statistics.units.sums
  return { n, of }
}
