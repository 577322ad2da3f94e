import { HolonError } from '../../spec/error.ts'
import { requireShare } from '../argument.ts'
import { studentQuantile } from '../distribution/student-t.ts'
import { anyNumber, type Interval } from '../interval/interval.ts'
import { momentsOf, variance } from '../moments.ts'
import { alwaysValidPValue } from '../sequential/mixture.ts'
import { actionEvidence, logMean } from './action-evidence.ts'
import { type Before, expectedLater } from './expected-later.ts'

/** A randomised action and what came later, in the unit (a person, a neighbourhood) it was done to. */
export interface LaterPair extends Before {
  readonly unit: string
  /** When it was decided, and when the later value was final. */
  readonly at: number
  readonly complete: number
  readonly acted: boolean
  readonly later: number
  /** Where the later value exists only for some later actions: which half the pair belongs to (see `influenceOf`). */
  readonly half?: 0 | 1
}

/** What is known of an influence of actions on something later. */
export interface Influence {
  /** Pairs, units, and the sum of p (1 - p): what the randomisation was worth, at most a quarter for each pair. */
  readonly n: number
  readonly units: number
  readonly information: number
  /** Later values with one action more, less the same without it; null while nothing could be learned. */
  readonly effect: number | null
  readonly interval: Interval
  /** Standard deviation of the later values, and of what could not be foreseen of them. */
  readonly deviation: number
  readonly spread: number
  /** Of "the actions change nothing later", however often one looked. */
  readonly pValue: number
  /** When the evidence first reached 1 / alpha; undefined when it never did. */
  crossed(alpha: number): number | undefined
}

/**
 * Whether and how much randomised actions change what comes later, from pairs in the order of their decisions.
 *
 * The p-value is that of `actionEvidence` over deviations from a running forecast: exact, at any time, if under the null
 * neither the later values nor the propensities depend on the draws. A later value that exists only where the system
 * acted again (a label) depends on a later draw. Such pairs carry `half`: actions of one half of the time look at values
 * in the other half only, each half has its own evidence, and the mean of both is evidence again.
 *
 * The effect is the overlap-weighted difference, sum (a - p)(y - m) / sum (a - p)^2, m being the forecast: decisions
 * count by how random they were, so that propensities near 0 or 1 do no harm (P. Robinson, 1988; F. Li and others, 2018).
 * Its interval takes units as independent (cluster-robust, Student's t at units - 1 degrees of freedom), or pairs where
 * there is one unit; it is for one look, and approximate.
 */
export function influenceOf(pairs: readonly LaterPair[], confidence = 0.95): Influence {
  requireShare('confidence', confidence)
  const halves = [actionEvidence(), actionEvidence()] as const
  const now = pairs.some(({ half }) => half !== undefined) ? [0, 0] : [0]
  const records: { readonly at: number; readonly log: number }[] = []
  const effect = overlapEffect()
  const squares = { n: 0, sum: 0 }
  for (const { pair, expected } of foreseen(pairs)) {
    const error = pair.later - expected.value
    squares.n += 1
    squares.sum += error * error
    effect.take(pair, error)
    const half = pair.half ?? 0
    now[half] = halves[half].take({ ...pair, deviation: scaled(error, expected.spread) })
    const log = logMean(now)
    if (log > (records.at(-1)?.log ?? 0)) records.push({ at: pair.complete, log })
  }
  return {
    n: pairs.length,
    units: new Set(pairs.map(({ unit }) => unit)).size,
    ...effect.result(confidence),
    deviation: deviationOf(pairs),
    spread: squares.n === 0 ? 0 : Math.sqrt(squares.sum / squares.n),
    pValue: alwaysValidPValue(records.at(-1)?.log ?? 0),
    crossed: (alpha) => records.find(({ log }) => log >= Math.log(1 / alpha))?.at,
  }
}

/** Where nothing ever deviated, anything is far away. */
const scaled = (error: number, spread: number): number =>
  error === 0 ? 0 : spread > 0 ? error / spread : Math.sign(error) * Infinity

/** Pairs with a forecast of their later value made from what was over before their decision. */
function* foreseen(pairs: readonly LaterPair[]) {
  const forecast = expectedLater()
  let over = 0
  let last = -Infinity
  for (const pair of pairs) {
    if (pair.at < last) throw unordered()
    last = pair.at
    for (let next = pairs[over]; next !== undefined && next.complete <= pair.at; next = pairs[over]) {
      forecast.learn(next, next.later)
      over += 1
    }
    const expected = forecast.expect(pair)
    if (expected !== undefined) yield { pair, expected }
  }
}

const unordered = (): HolonError =>
  new HolonError(
    'data-invalid',
    'A pair was decided before the one ahead of it.',
    'Give pairs in the order of time.',
  )

/** Sums for the overlap-weighted effect, by unit for its interval. */
function overlapEffect() {
  const units = new Map<string, { n: number; cross: number; weight: number }>()
  const each = {
    n: 0,
    cross: 0,
    weight: 0,
    crossSquares: 0,
    crossWeight: 0,
    weightSquares: 0,
    information: 0,
  }
  return {
    take({ unit, acted, propensity }: LaterPair, error: number): void {
      const action = Number(acted) - propensity
      const cross = action * error
      const weight = action * action
      const own = units.get(unit) ?? { n: 0, cross: 0, weight: 0 }
      units.set(unit, { n: own.n + 1, cross: own.cross + cross, weight: own.weight + weight })
      each.n += 1
      each.cross += cross
      each.weight += weight
      each.crossSquares += cross * cross
      each.crossWeight += cross * weight
      each.weightSquares += weight * weight
      each.information += propensity * (1 - propensity)
    },
    result(confidence: number) {
      const { information, cross, weight } = each
      if (weight === 0) return { information, effect: null, interval: anyNumber }
      const effect = cross / weight
      const clusters =
        units.size > 1
          ? [...units.values()].reduce((sum, one) => sum + (one.cross - effect * one.weight) ** 2, 0)
          : each.crossSquares - 2 * effect * each.crossWeight + effect * effect * each.weightSquares
      const freedom = (units.size > 1 ? units.size : each.n) - 1
      if (freedom < 1) return { information, effect, interval: anyNumber }
      const error = Math.sqrt((Math.max(0, clusters) * (freedom + 1)) / freedom) / weight
      const half = studentQuantile((1 + confidence) / 2, freedom) * error
      return { information, effect, interval: { lower: effect - half, upper: effect + half } }
    },
  }
}

const deviationOf = (pairs: readonly LaterPair[]): number =>
  pairs.length < 2 ? 0 : Math.sqrt(variance(momentsOf(pairs.map(({ later }) => later))))
