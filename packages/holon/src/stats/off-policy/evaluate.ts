import { HolonError } from '../../spec/error.ts'
import { requireShare } from '../argument.ts'
import { studentQuantile } from '../distribution/student-t.ts'
import { difference, type Located } from '../interval/contrast.ts'
import { anyNumber, type Interval } from '../interval/interval.ts'
import { scoreInterval } from '../interval/wilson.ts'
import { type ClusteredError, clusteredError, halfWidth, unitsOf } from './clustered.ts'
import { offPolicySequence } from './confidence-sequence.ts'
import { effectiveSampleSize } from './estimators.ts'
import { type ExplorationNeeded, explorationNeeded } from './exploration.ts'
import { type LoggedChoice, type Row, rowsOf } from './logged-choice.ts'
import { type EstimatorName, estimatorNames, loggedTerms, meanOf, type Terms, termsOf } from './terms.ts'
import { explorationWords, type RuleOutcome, rulesOf, type Verdict, verdictOf } from './verdict.ts'
import { type Overlap, overlapOf, type WeightReport, weightedAsymmetry, weightReport } from './weights.ts'

/** A value and where the truth is, at the confidence asked for. */
export interface Estimated {
  readonly value: number
  readonly interval: Interval
}

/** What one estimator says of the target, and of the target less what was logged. */
export interface PolicyEstimate extends Estimated {
  readonly estimator: EstimatorName
  readonly difference: Estimated
}

/** What a log says about a policy that did not run. */
export interface OffPolicyEvaluation {
  /** Rows, the decisions they stand for, and independent people or decisions among them. */
  readonly rows: number
  readonly decisions: number
  readonly units: number
  /** The value of what was logged. */
  readonly logged: Estimated
  readonly estimates: readonly PolicyEstimate[]
  /** The one to read first: doubly robust with a model of the reward, self-normalised without. */
  readonly headline: PolicyEstimate
  /** Holds at every look; null where rewards have no range, a person has several rows or a row stands for several. */
  readonly anytime: Interval | null
  readonly weights: WeightReport
  /** Null where the probabilities of the other actions are not known. */
  readonly overlap: Overlap | null
  readonly verdict: Verdict
  readonly rules: readonly RuleOutcome[]
  /** What would make it known, where it is not; null also where the propensities are false. */
  readonly needed: (ExplorationNeeded & { readonly words: string }) | null
}

/** How to evaluate. */
export interface OffPolicyOptions {
  readonly confidence?: number
  /** Lowest and highest possible reward: intervals stay within, and have width where all rewards agree. */
  readonly range?: readonly [number, number]
  /** How many actions there are, where the rows do not list them. */
  readonly actions?: number
}

/**
 * What another policy would have earned, from decisions logged with their probabilities, and whether the log can know. Each
 * estimate has an interval of its own, with people as independent units: Student's t of its influence function, as Wilson's
 * interval where the range of rewards is known. Estimators of unknown bias (the direct method and shrinkage) have the interval
 * of the doubly robust estimate, stretched to hold their value; switch too, where its own bound on its bias is wider.
 *
 * @throws HolonError `data-invalid` for impossible probabilities, `input-invalid` for an impossible confidence
 * @example
 * ```ts
 * import { evaluatePolicy } from 'holon/stats'
 * const log = Array.from({ length: 400 }, (_, i) => ({ logged: 0.5, target: i % 2, reward: Number(i % 4 === 1) }))
 * const { headline, verdict } = evaluatePolicy(log, { range: [0, 1] })
 * headline.value // 0.5
 * verdict // 'known'
 * ```
 */
export function evaluatePolicy(
  choices: readonly LoggedChoice[],
  { confidence = 0.95, range, actions }: OffPolicyOptions = {},
): OffPolicyEvaluation {
  requireShare('confidence', confidence)
  requireRows(choices)
  const rows = rowsOf(choices)
  const modelled = choices.every(({ model }) => model !== undefined)
  const overlap = overlapOf(rows)
  const span = range ?? observedRange(rows)
  // Rewards that were all the same, of no known range, say nothing of what others could be.
  const width = range === undefined && span[0] === span[1] ? Infinity : span[1] - span[0]
  const uncovered = 1 - (overlap?.share ?? 1)
  const outside = uncovered < 1e-9 ? 0 : uncovered * width
  const units = unitsOf(rows)
  const binary = range !== undefined && rows.every(({ reward }) => range.includes(reward))
  const perUnit = designEffect(rows)
  const about: About = {
    ...{ rows, confidence, range, outside },
    cap: binary ? effectiveSampleSize(rows) / perUnit : Infinity,
    explained: modelled ? explainedBy(rows) : 0,
  }
  const logged = loggedOf({ ...about, cap: binary ? decisionsOf(rows) / perUnit : Infinity, outside: 0 })
  const { estimates, first } = estimatesOf(about, logged, modelled)
  const weights = weightReport(rows)
  const evidence = { units, weights, overlap, outside, deviation: deviationOf(rows), ...first }
  const rules = rulesOf(evidence)
  const verdict = verdictOf(rules)
  const honest = rules.every((one) => one.rule !== 'true-propensities' || one.verdict !== 'refused')
  const needed = verdict === 'known' || !honest ? undefined : explorationNeeded(rows, { actions, binary })
  return {
    ...{ rows: rows.length, decisions: decisionsOf(rows), units },
    logged: { value: logged.located.value, interval: intervalOf(logged.located) },
    estimates,
    headline: first.estimate,
    anytime: anytimeOf(about, units),
    weights,
    overlap: overlap ?? null,
    ...{ verdict, rules },
    needed: needed === undefined ? null : { ...needed, words: explorationWords(needed) },
  }
}

/** What every interval needs to know. */
interface About {
  readonly rows: readonly Row[]
  readonly confidence: number
  readonly range: readonly [number, number] | undefined
  /** How far the value may be moved by what the target does and the log never did. */
  readonly outside: number
  /** Most independent rewards that an interval may be worth; Infinity where rewards are not all lowest or highest. */
  readonly cap: number
  /** Share of the rewards' variance that the model explains. */
  readonly explained: number
}

interface First {
  readonly estimate: PolicyEstimate
  readonly half: number
  readonly chance: number
  readonly asymmetry: number
}

const withoutModel = estimatorNames.slice(0, 3)

function estimatesOf(
  about: About,
  logged: Logged,
  modelled: boolean,
): { readonly estimates: readonly PolicyEstimate[]; readonly first: First } {
  const robust = modelled ? estimateOf(about, 'doubly-robust', logged) : undefined
  const estimates = (modelled ? estimatorNames : withoutModel).map((name) => {
    const own = name === 'doubly-robust' && robust !== undefined ? robust : estimateOf(about, name, logged)
    return robust === undefined || own.bias === 0
      ? own.estimate
      : narrower(own, stretched(own.estimate, robust.estimate, about.range))
  })
  return { estimates, first: robust ?? estimateOf(about, 'self-normalised', logged) }
}

function estimateOf(
  about: About,
  estimator: EstimatorName,
  logged: Logged,
): First & { readonly bias: number } {
  const { rows, range, outside } = about
  const terms = termsOf(estimator, rows)
  const spread = clusteredError(rows, terms.deviations)
  const cap = withoutModel.some((one) => one === estimator) ? about.cap : about.cap / (1 - about.explained)
  const chance = bounds({ ...about, cap }, terms.value, spread)
  const bias = biasOf(estimator, terms, range)
  const interval = within(widened(chance, outside + bias), range)
  const value = terms.value - logged.terms.value
  const apart = apartFrom(about, logged, { terms, spread, chance })
  return {
    estimate: {
      ...{ estimator, value: terms.value, interval },
      difference: { value, interval: widened(apart, outside + bias) },
    },
    half: bias === Infinity ? Infinity : (interval.upper - interval.lower) / 2,
    chance: (chance.upper - chance.lower) / 2,
    asymmetry: Number.isFinite(about.cap) ? 0 : Math.max(spread.asymmetry, weightedAsymmetry(rows)),
    bias,
  }
}

/**
 * Where chance leaves the difference from what was logged: as wide as its influence function says, and wider by as much as
 * the interval of the value itself was made wider than that.
 */
function apartFrom(
  { rows, confidence }: About,
  logged: Logged,
  {
    terms,
    spread,
    chance,
  }: { readonly terms: Terms; readonly spread: ClusteredError; readonly chance: Interval },
): Interval {
  const { value } = terms
  const centre = value - logged.terms.value
  if (!Number.isFinite(centre)) return anyNumber
  if (rows.every(({ weight }) => weight === 1) && centre === 0) return around(0, 0)
  const own = halfWidth(spread, confidence)
  if (!(own > 0)) return difference({ ...chance, value }, logged.located)
  const apart = terms.deviations.map((deviation, i) => deviation - (logged.terms.deviations[i] ?? 0))
  const scale = halfWidth(clusteredError(rows, apart), confidence) / own
  return { lower: centre - scale * (value - chance.lower), upper: centre + scale * (chance.upper - value) }
}

/** How far an estimator may be wrong beyond chance; Infinity where nothing bounds it. */
function biasOf(estimator: EstimatorName, { bias }: Terms, range: About['range']): number {
  if (estimator === 'direct' || estimator === 'shrinkage') return Infinity
  if (estimator !== 'switch') return 0
  return bias === undefined || range === undefined ? Infinity : bias * (range[1] - range[0])
}

const narrower = (own: First, other: PolicyEstimate): PolicyEstimate =>
  own.half <= (other.interval.upper - other.interval.lower) / 2 ? own.estimate : other

/** The value of what was logged, and what it is made of. */
interface Logged {
  readonly terms: Terms
  readonly located: Located
}

function loggedOf(about: About): Logged {
  const terms = loggedTerms(about.rows)
  const chance = bounds(about, terms.value, clusteredError(about.rows, terms.deviations))
  return { terms, located: { ...within(chance, about.range), value: terms.value } }
}

/**
 * Where chance leaves a value. Within a range, Wilson's interval for as many rewards as the error is worth, and, of rewards
 * that are yes or no, for no more than the weights are worth (of what a model does not explain): it has width where all
 * rewards agree.
 */
function bounds({ range, confidence, cap }: About, value: number, spread: ClusteredError): Interval {
  if (!Number.isFinite(value)) return range === undefined ? anyNumber : { lower: range[0], upper: range[1] }
  const half = halfWidth(spread, confidence)
  if (range === undefined) return around(value, half)
  const [lowest, highest] = range
  const width = highest - lowest
  const share = (value - lowest) / width
  const worth = spread.error > 0 ? (share * (1 - share) * width ** 2) / spread.error ** 2 : Infinity
  const size = Math.min(worth, cap)
  if (!(share >= 0 && share <= 1 && size > 0)) return around(value, half)
  const { lower, upper } = scoreInterval(share, size, studentQuantile((1 + confidence) / 2, spread.freedom))
  return { lower: lowest + lower * width, upper: lowest + upper * width }
}

/** The interval of the estimate of least bias, stretched to hold another's value. */
function stretched(own: PolicyEstimate, robust: PolicyEstimate, range: About['range']): PolicyEstimate {
  const { value, difference } = own
  return {
    ...own,
    interval: within(holding(robust.interval, value), range),
    difference: { ...difference, interval: holding(robust.difference.interval, difference.value) },
  }
}

const holding = ({ lower, upper }: Interval, value: number): Interval => ({
  lower: Math.min(lower, value),
  upper: Math.max(upper, value),
})

const around = (value: number, half: number): Interval => ({ lower: value - half, upper: value + half })

const widened = ({ lower, upper }: Interval, by: number): Interval => ({
  lower: lower - by,
  upper: upper + by,
})

function within({ lower, upper }: Interval, range: About['range']): Interval {
  if (range === undefined) return { lower, upper }
  const cut = (value: number): number => Math.min(range[1], Math.max(range[0], value))
  return { lower: cut(lower), upper: cut(upper) }
}

function anytimeOf({ rows, range, confidence, outside }: About, units: number): Interval | null {
  if (range === undefined || units < rows.length || rows.some(({ count }) => count !== 1)) return null
  const [lowest, highest] = range
  const width = highest - lowest
  const scaled = rows.map(({ weight, reward }) => ({ weight, reward: (reward - lowest) / width }))
  const { lower, upper } = offPolicySequence(scaled, 1 - confidence)
  return within(widened({ lower: lowest + lower * width, upper: lowest + upper * width }, outside), range)
}

const intervalOf = ({ lower, upper }: Interval): Interval => ({ lower, upper })

/**
 * How many rewards of one person say as much as one independent reward, by the rewards that were logged; all rewards of a
 * person where they never vary.
 */
function designEffect(rows: readonly Row[]): number {
  const { deviations } = loggedTerms(rows)
  const units = unitsOf(rows)
  const alone = clusteredError(
    rows.map((row, unit) => ({ ...row, unit })),
    deviations,
  )
  if (alone.error === 0) return rows.length / units
  return Math.max(1, (clusteredError(rows, deviations).error / alone.error) ** 2)
}

function explainedBy(rows: readonly Row[]): number {
  const centre = meanOf(rows, ({ reward }) => reward)
  const all = meanOf(rows, ({ reward }) => (reward - centre) ** 2)
  const left = meanOf(rows, ({ reward, predicted }) => (reward - predicted) ** 2)
  return all > 0 ? Math.min(0.99, Math.max(0, 1 - left / all)) : 0
}

const decisionsOf = (rows: readonly Row[]): number => rows.reduce((sum, { count }) => sum + count, 0)

function observedRange(rows: readonly Row[]): readonly [number, number] {
  let [lowest, highest] = [Infinity, -Infinity]
  for (const { reward } of rows) {
    lowest = Math.min(lowest, reward)
    highest = Math.max(highest, reward)
  }
  return [lowest, highest]
}

function deviationOf(rows: readonly Row[]): number {
  const centre = meanOf(rows, ({ reward }) => reward)
  return Math.sqrt(meanOf(rows, ({ reward }) => (reward - centre) ** 2))
}

function requireRows(choices: readonly LoggedChoice[]): void {
  if (choices.length > 0) return
  throw new HolonError('input-invalid', 'There is no logged decision.', 'Give at least one.')
}
