import type { PolicyEvaluation, PolicyValue } from '../../spec/off-policy.ts'
import type { Interval } from '../../stats/interval/interval.ts'
import type { Estimated, OffPolicyEvaluation } from '../../stats/off-policy/evaluate.ts'
import { verdictOf } from '../../stats/off-policy/verdict.ts'

/** What is known of a policy beside its evaluation. */
export interface Beside {
  /** Share of each experience. */
  readonly shares?: PolicyEvaluation['shares']
  /** Further rules that may refuse. */
  readonly rules?: PolicyEvaluation['rules']
}

/** An evaluation as JSON has it, with the reasons of its verdict. */
export function policyEvaluation(
  name: string,
  evaluation: OffPolicyEvaluation,
  { shares = {}, rules: further = [] }: Beside = {},
): PolicyEvaluation {
  const { headline, estimates, weights, overlap, needed, anytime } = evaluation
  const rules = [...evaluation.rules, ...further]
  const unsure = rules.filter((one) => one.verdict !== 'known').map((one) => one.words)
  const others = estimates.filter(({ estimator }) => estimator !== headline.estimator)
  return {
    ...{ name, ...policyValue(headline), difference: policyValue(headline.difference) },
    ...{ verdict: verdictOf(rules), rules, overlap, shares },
    because: [...unsure, ...(needed === null ? [] : [needed.words])],
    needed: needed === null ? null : { share: needed.share, decisions: needed.decisions },
    effectiveSampleSize: weights.effectiveSampleSize,
    meanWeight: weights.mean,
    expectedMeanWeight: weights.expectedMean,
    largestWeight: weights.largest,
    estimates: [headline, ...others].map((one) => ({
      ...{ estimator: one.estimator, ...policyValue(one), difference: policyValue(one.difference) },
    })),
    anytime: anytime === null ? null : pairOf(anytime),
  }
}

/** A value as JSON has it: what is not known is null. */
export const policyValue = ({ value, interval }: Estimated): PolicyValue => ({
  value: Number.isFinite(value) ? value : null,
  interval: pairOf(interval),
})

const pairOf = ({ lower, upper }: Interval): readonly [number, number] | null =>
  Number.isFinite(lower) && Number.isFinite(upper) ? [lower, upper] : null
