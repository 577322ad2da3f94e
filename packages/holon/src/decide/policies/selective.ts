import type { JsonObject } from '../../spec/json.ts'
import { coverageRisk } from '../../stats/risk/coverage-risk.ts'
import { everyCase } from '../../stats/risk/handled.ts'
import { certifySelective } from '../../stats/risk/selective.ts'
import type { Policy } from '../../system/policy.ts'
import { amongAll } from '../among-all.ts'

/** One case that the model did not learn from: how sure it was, and whether what it would have done alone was wrong. */
export interface SelectiveCase {
  readonly sureness: number
  readonly wrong: boolean
}

/** What to say about a selective decision. */
export interface SelectiveInit<P, N extends string, H extends string> {
  /** Decides the cases that are handled alone. */
  readonly alone: Policy<P, N>
  /** The experience that hands a case over. */
  readonly handOver: H
  /**
   * At most this share of the cases handled alone is wrong, with this confidence over draws of the calibration cases.
   * Both between 0 and 1.
   */
  readonly promise: { readonly wrongAtMost: number; readonly confidence: number }
  readonly calibration: readonly SelectiveCase[]
  /** How sure a prediction is, on the scale of the calibration cases. Default: the probability of its likeliest class. */
  readonly sureness?: (prediction: P) => number
}

const curvePoints = 40

/**
 * Decides alone where the model is sure enough for a promise, and hands everything else over. The threshold is fixed by
 * learn-then-test on the calibration cases (see `certifySelective`); where no threshold keeps the promise every case is
 * handed over, and `options.certified` is false: it is never weakened.
 *
 * @throws HolonError `input-invalid` for a promise outside 0 to 1, `data-invalid` for a sureness that is not finite
 * @example
 * ```ts
 * import { expectedUtility, selective } from 'holon'
 * const calibration = Array.from({ length: 400 }, (_, i) => ({ sureness: 0.5 + i / 800, wrong: i < 120 }))
 * const promise = { wrongAtMost: 0.02, confidence: 0.95 }
 * selective({ alone: expectedUtility(), handOver: 'expert', promise, calibration }).words
 * ```
 */
export function selective<P, N extends string, const H extends string>({
  alone,
  handOver,
  promise,
  calibration,
  sureness = likeliest,
}: SelectiveInit<P, N, H>): Policy<P, N | H> {
  const scores = calibration.map((one) => one.sureness)
  const wrong = calibration.map((one) => one.wrong)
  const found = certifySelective({ scores, wrong, ...promise })
  const from = found.certified ? found.threshold : Number.POSITIVE_INFINITY
  const curve = scores.length === 0 ? [] : coverageRisk(scores, wrong, { points: curvePoints })
  return {
    kind: 'selective',
    options: {
      ...{ handOver, promise, alone: { kind: alone.kind, options: alone.options } },
      ...(JSON.parse(JSON.stringify({ ...found, curve })) as JsonObject),
    },
    words: wordsOf(handOver, promise, found),
    names: [...alone.names, handOver],
    byUtility: alone.byUtility === true,
    choose(moment) {
      const { options, prediction } = moment
      const handingOver = options.findIndex((option) => option.name === handOver)
      if (!(sureness(prediction) >= from)) {
        return { probabilities: options.map((_, at) => (at === handingOver ? 1 : 0)), preferred: handingOver }
      }
      const others = options.filter((option) => option.name !== handOver)
      return amongAll(options, others, alone.choose({ ...moment, options: others }))
    },
  }
}

function likeliest(prediction: unknown): number {
  if (typeof prediction === 'number') return Math.max(prediction, 1 - prediction)
  return Math.max(...Object.values(prediction as Readonly<Record<string, number>>))
}

function wordsOf(
  handOver: string,
  { wrongAtMost, confidence }: SelectiveInit<unknown, string, string>['promise'],
  found: ReturnType<typeof certifySelective>,
): string {
  const promise = `wrong in at most ${percent(wrongAtMost)} of the cases handled alone, with ${percent(confidence)} confidence`
  if (found.certified && found.threshold === everyCase) return `Decides every case alone: ${promise}.`
  if (found.certified) {
    return `Decides alone from a sureness of ${found.threshold.toPrecision(4)} (${percent(found.coverage)} of the calibration cases): ${promise}. Otherwise ${handOver}.`
  }
  const why =
    found.because === 'too-few-cases'
      ? `${found.n} calibration cases are too few, it takes ${found.needed}`
      : 'it is wrong too often even where it is surest'
  return `Cannot promise to be ${promise}: ${why}. Always ${handOver}.`
}

const percent = (share: number): string => `${Number((share * 100).toPrecision(3))} %`
