import { HolonError } from '../../spec/error.ts'
import { requireShare } from '../argument.ts'
import { studentQuantile } from '../distribution/student-t.ts'
import { anyNumber, type Interval } from '../interval/interval.ts'
import { addValue, noMoments, variance } from '../moments.ts'
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
  const running = runningInfluence({ halved: pairs.some(({ half }) => half !== undefined) })
  for (const pair of pairs) running.take(pair)
  return running.result(confidence)
}

/** What `influenceOf` computes, pair by pair. */
export interface RunningInfluence {
  /** The next pair, in the order of decisions. */
  take(pair: LaterPair): void
  result(confidence?: number): Influence
}

/** For pairs that come one after the other; `halved` where they carry `half`. */
export function runningInfluence({ halved }: { readonly halved: boolean }): RunningInfluence {
  const halves = [actionEvidence(), actionEvidence()] as const
  const now = halved ? [0, 0] : [0]
  const records: { readonly at: number; readonly log: number }[] = []
  const foreseen = forecaster()
  const effect = overlapEffect()
  const squares = { n: 0, sum: 0 }
  const units = new Set<string>()
  let laters = noMoments
  return {
    take(pair) {
      laters = addValue(laters, pair.later)
      units.add(pair.unit)
      const expected = foreseen(pair)
      if (expected === undefined) return
      const error = pair.later - expected.value
      squares.n += 1
      squares.sum += error * error
      effect.take(pair, error)
      const half = pair.half ?? 0
      now[half] = halves[half].take({ ...pair, deviation: scaled(error, expected.spread) })
      const log = logMean(now)
      if (log > (records.at(-1)?.log ?? 0)) records.push({ at: pair.complete, log })
    },
    result: (confidence = 0.95) => ({
      n: laters.n,
      units: units.size,
      ...effect.result(confidence),
      deviation: laters.n < 2 ? 0 : Math.sqrt(variance(laters)),
      spread: squares.n === 0 ? 0 : Math.sqrt(squares.sum / squares.n),
      pValue: alwaysValidPValue(records.at(-1)?.log ?? 0),
      crossed: (alpha) => records.find(({ log }) => log >= Math.log(1 / alpha))?.at,
    }),
  }
}

/** Where nothing ever deviated, anything is far away. */
const scaled = (error: number, spread: number): number =>
  error === 0 ? 0 : spread > 0 ? error / spread : Math.sign(error) * Infinity

/** Forecasts the later value of one pair after the other from what was over before its decision; at first not at all. */
function forecaster() {
  const forecast = expectedLater()
  const taken: LaterPair[] = []
  let over = 0
  return (pair: LaterPair) => {
    if (pair.at < (taken.at(-1)?.at ?? -Infinity)) throw unordered()
    taken.push(pair)
    for (let next = taken[over]; next !== undefined && next.complete <= pair.at; next = taken[over]) {
      forecast.learn(next, next.later)
      over += 1
    }
    return forecast.expect(pair)
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
