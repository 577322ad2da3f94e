import { requireShare } from '../argument.ts'
import { binomialCdf } from '../distribution/binomial.ts'
import { nextAbove } from '../special/next-above.ts'
import { alongRanks, atFewRanks, atThresholds, provable } from './candidates.ts'
import { certifiedSettings, type Procedure } from './certified.ts'
import { conformalRiskSetting } from './conformal-risk.ts'
import { type CoverageRiskPoint, coverageRiskPoint } from './coverage-risk.ts'
import { everyCase, type Handled, rankCases } from './handled.ts'

/** Calibration cases that the model has not learned from, and the promise to keep. */
export interface SelectiveInput {
  /** How sure the model was, higher is surer, on any scale. */
  readonly scores: readonly number[]
  /** Whether the decision it would have taken alone was wrong. */
  readonly wrong: readonly boolean[]
  /** The largest share of wrong ones that is promised, between 0 and 1. */
  readonly wrongAtMost: number
  /**
   * With which confidence over draws of calibration cases the promise holds for cases handled alone. Absent: the
   * promise is about the average over such draws, and about all cases: handled alone and wrong at most that often.
   */
  readonly confidence?: number
  /** How thresholds share the chance of error; default `fixed-sequence`. Used with a confidence only. */
  readonly method?: Procedure
  /**
   * Thresholds to choose from, set without looking at these cases; `fixed-sequence` starts at the highest, so enough
   * cases should reach it. Default: at ranks that depend on n alone.
   */
  readonly thresholds?: readonly number[]
}

/**
 * A threshold that keeps the promise: handle alone where the score is at least it. Where every case may be handled it is
 * -Number.MAX_VALUE, which survives JSON.
 */
export interface SelectiveCertificate extends Handled {
  readonly certified: true
  readonly n: number
  /** Share of the calibration cases that would be handled alone. */
  readonly coverage: number
  /** Share of these that were wrong: what was seen, not what is promised. */
  readonly risk: number
  /** What is promised: `wrongAtMost`. */
  readonly riskBound: number
  /** Absent where the promise holds on average over all cases. */
  readonly confidence?: number
}

/** No threshold keeps the promise on this evidence. */
export interface SelectiveRefusal {
  readonly certified: false
  /** Whether even cases without a single mistake would have been too few, or there were too many mistakes. */
  readonly because: 'too-few-cases' | 'too-often-wrong'
  readonly n: number
  /** How many cases handled without any mistake the promise would take at least. */
  readonly needed: number
  /** The tried threshold with the lowest upper bound on the risk, for information; it carries no promise. */
  readonly best?: CoverageRiskPoint
}

// From so many times the smallest provable number on, a second chain is worth half the chance of error.
const secondChain = 8

/**
 * The threshold from which a model may handle cases alone so that a stated share of wrong ones is not exceeded, or
 * that there is none. Never answers with a weaker promise.
 *
 * With a `confidence`: learn then test (A. Angelopoulos and others, Learn then Test, 2021; Y. Geifman, R. El-Yaniv,
 * Selective Classification for Deep Neural Networks, 2017). Among the cases above a threshold, wrong ones are binomial,
 * so the exact tail is a p-value of "too often wrong". `fixed-sequence` tests from the most careful threshold on and
 * stops at the first that fails; at the default ranks it is exact where scores do not repeat, and where they do as long
 * as higher scores are not wrong more often. `bonferroni` and `holm` hold whatever the scores, at a price in coverage.
 * A list of `thresholds` set beforehand holds with every method.
 *
 * Without: conformal risk control (A. Angelopoulos and others, 2022) of the share of all cases that are handled and
 * wrong. In every case new cases must come as the calibration cases did.
 *
 * @throws HolonError `input-invalid` for shares outside (0, 1) or lists of unequal length, `data-invalid` for a score
 * that is not finite
 * @example
 * ```ts
 * const scores = Array.from({ length: 400 }, (_, i) => i / 400)
 * const wrong = scores.map((score) => score < 0.3)
 * const found = certifySelective({ scores, wrong, wrongAtMost: 0.02, confidence: 0.95 })
 * found.certified && [found.threshold, found.coverage] // [0.3, 0.6975]
 * ```
 */
export function certifySelective(input: SelectiveInput): SelectiveCertificate | SelectiveRefusal {
  requireShare('wrongAtMost', input.wrongAtMost)
  if (input.confidence === undefined) return onAverage(input)
  requireShare('confidence', input.confidence)
  return withConfidence(input, 1 - input.confidence)
}

function withConfidence(
  { scores, wrong, wrongAtMost, confidence = 0.95, method = 'fixed-sequence', thresholds }: SelectiveInput,
  delta: number,
): SelectiveCertificate | SelectiveRefusal {
  const cases = rankCases(scores, wrong)
  const few = provable(wrongAtMost, delta)
  const starts = method === 'fixed-sequence' && cases.n >= secondChain * few ? 2 : 1
  const tried =
    thresholds !== undefined
      ? atThresholds(cases, thresholds)
      : method === 'fixed-sequence'
        ? alongRanks(cases, wrongAtMost, delta / starts)
        : atFewRanks(cases, wrongAtMost, delta)
  const pValues = tried.map(({ handled, wrong }) =>
    handled === 0 ? 1 : binomialCdf(wrong, handled, wrongAtMost),
  )
  const last = certifiedSettings(pValues, delta, method, starts).at(-1)
  const chosen = last === undefined ? undefined : tried[last]
  if (chosen !== undefined) return { ...certificate(chosen, cases.n, wrongAtMost), confidence }
  return refusal(cases.n, few, tried, confidence)
}

/** Thresholds just above each wrong case: between two of them the loss does not change. */
function onAverage({ scores, wrong, wrongAtMost, thresholds }: SelectiveInput) {
  const cases = rankCases(scores, wrong)
  const mistakes = scores.filter((_, i) => wrong[i])
  const tried =
    thresholds === undefined
      ? atThresholds(cases, [...mistakes.map(nextAbove), everyCase])
      : atThresholds(cases, thresholds)
  const setting = conformalRiskSetting(
    tried.map(({ threshold }) => -threshold),
    tried.map((at) => at.wrong / cases.n),
    cases.n,
    wrongAtMost,
  )
  const chosen = tried.find(({ threshold }) => -threshold === setting)
  if (chosen !== undefined && chosen.handled > 0) return certificate(chosen, cases.n, wrongAtMost)
  return refusal(cases.n, Math.floor(1 / wrongAtMost + 1e-9), tried, 0.95)
}

function certificate(chosen: Handled, n: number, riskBound: number): SelectiveCertificate {
  const { handled, wrong } = chosen
  return { certified: true, ...chosen, n, coverage: handled / n, risk: wrong / handled, riskBound }
}

function refusal(n: number, needed: number, tried: readonly Handled[], confidence: number): SelectiveRefusal {
  const points = tried.filter(({ handled }) => handled > 0).map((at) => coverageRiskPoint(at, n, confidence))
  const best = points.reduce<CoverageRiskPoint | undefined>(
    (low, point) => (low === undefined || point.interval.upper < low.interval.upper ? point : low),
    undefined,
  )
  const because = n < needed ? 'too-few-cases' : 'too-often-wrong'
  return { certified: false, because, n, needed, ...(best === undefined ? {} : { best }) }
}
