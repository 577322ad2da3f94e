import type { ExplorationNeeded } from './exploration.ts'
import type { Overlap, WeightReport } from './weights.ts'

/** `known`: the intervals can be relied on. `weak`: read them with care. `refused`: the log cannot know. */
export type Verdict = 'known' | 'weak' | 'refused'

/** One rule, how it came out, and its numbers in words. */
export interface RuleOutcome {
  readonly rule: 'enough-units' | 'true-propensities' | 'overlap' | 'normal-approximation' | 'width'
  readonly verdict: Verdict
  readonly words: string
}

/** What the rules look at. */
export interface Evidence {
  readonly units: number
  readonly weights: WeightReport
  readonly overlap: Overlap | undefined
  /** Of the estimate that is read first: half the width of its interval, of that chance alone gives, and `ClusteredError.asymmetry`. */
  readonly half: number
  readonly chance: number
  readonly asymmetry: number
  /** How far the value could be moved by what the target does and the log never did. */
  readonly outside: number
  /** The standard deviation of the rewards logged. */
  readonly deviation: number
}

/**
 * The rules by which an answer is refused. None of them looks at what the estimate is.
 *
 * - Units: ten independent people or decisions at least.
 * - Propensities: weights average what they must, within 2.58 standard errors (99 %), or 3.29 (99.9 %) not to be refused.
 * - Overlap: what the target does and the log never did could earn the lowest or the highest reward. Refused where that
 *   could move the value by more than chance does; the intervals are widened by it.
 * - Normal approximation: squared skewness over the number of units, of the estimate's terms (of rewards that are not yes or
 *   no: of those seen, and as expected of all rewards that were logged) and of the weights. A 95 %
 *   interval misses about a quarter of it more often than it should (P. Hall, The Bootstrap and Edgeworth Expansion, 1992):
 *   below 1 / 25 (Cochran's rule) at most 6 % in all; refused from 1 / 5, which is 10 %.
 * - Width: an interval of a standard deviation of the rewards either way is what 4 rewards of the policy itself would say.
 */
export function rulesOf(evidence: Evidence): readonly RuleOutcome[] {
  return [
    unitsRule(evidence),
    propensityRule(evidence),
    overlapRule(evidence),
    normalRule(evidence),
    widthRule(evidence),
  ]
}

/** The worst of all. */
export function verdictOf(rules: readonly { readonly verdict: Verdict }[]): Verdict {
  const verdicts = rules.map(({ verdict }) => verdict)
  return verdicts.includes('refused') ? 'refused' : verdicts.includes('weak') ? 'weak' : 'known'
}

/** What exploration would make the answer possible, in words. */
export const explorationWords = ({ share, decisions }: ExplorationNeeded): string =>
  `To know: explore ${percent(share)} (draw uniformly among all actions) for about ${whole(decisions)} decisions.`

const graded = (value: number, weakFrom: number, refusedFrom: number): Verdict =>
  value >= refusedFrom ? 'refused' : value >= weakFrom ? 'weak' : 'known'

function unitsRule({ units }: Evidence): RuleOutcome {
  const verdict = units < 10 ? 'refused' : 'known'
  return {
    rule: 'enough-units',
    verdict,
    words: `${whole(units)} independent people or decisions; 10 are the least.`,
  }
}

function propensityRule({ weights: { mean, expectedMean, distance } }: Evidence): RuleOutcome {
  const words = `The mean weight is ${short(mean)}; with true propensities it is ${short(expectedMean)}, and ${short(distance)} standard errors lie between (2.58 warns, 3.29 refuses).`
  return { rule: 'true-propensities', verdict: graded(distance, 2.58, 3.29), words }
}

function overlapRule({ overlap, chance, outside }: Evidence): RuleOutcome {
  if (overlap === undefined) {
    const words = 'Overlap is not known: the log does not tell the probability of every action.'
    return { rule: 'overlap', verdict: 'known', words }
  }
  const verdict = outside === 0 ? 'known' : outside > chance ? 'refused' : 'weak'
  const words = `${percent(overlap.share)} of what the policy would do was possible in the log, ${percent(overlap.aboveFloor)} more often than once in ${whole(1 / overlap.floor)}; the rest could move the value by ${short(outside)}, chance by ${short(chance)}.`
  return { rule: 'overlap', verdict, words }
}

function normalRule({ asymmetry, weights }: Evidence): RuleOutcome {
  const worst = Math.max(asymmetry, weights.asymmetry)
  const words = `A few rows carry the estimate: squared skewness per row is ${short(worst)} (0.04 warns, 0.2 refuses), the largest weight is ${short(weights.largest)}, and the rows are worth ${short(weights.effectiveSampleSize)} of the policy's own.`
  const fine = `No few rows carry the estimate: squared skewness per row is ${short(worst)} (0.04 warns, 0.2 refuses), and the rows are worth ${short(weights.effectiveSampleSize)} of the policy's own.`
  const verdict = graded(worst, 0.04, 0.2)
  return { rule: 'normal-approximation', verdict, words: verdict === 'known' ? fine : words }
}

function widthRule({ half, deviation }: Evidence): RuleOutcome {
  const ratio = deviation > 0 ? half / deviation : half > 0 ? Infinity : 0
  const words = `The interval is ${short(half)} either way, ${short(ratio)} standard deviations of a reward (0.5 warns, 1 refuses).`
  return { rule: 'width', verdict: graded(ratio, 0.5, 1), words }
}

const digits = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 })
const wholes = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })

const short = (value: number): string => (Number.isFinite(value) ? digits.format(value) : 'infinity')
const whole = (value: number): string => wholes.format(value)
const percent = (share: number): string => `${Number((100 * share).toPrecision(share > 0.99 ? 5 : 3))} %`
