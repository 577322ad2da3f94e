import type { Duration } from './duration.ts'

/**
 * A value of one decision joined with what came back for it: plain data that both the warehouse and the evaluator in
 * memory understand. A value that is not there (yet) is null, and null spreads as in SQL: comparisons and arithmetic
 * with null are null, `and` is false if one side is false, `or` is true if one side is true, dividing by zero is null.
 *
 * `eq` and `ne` compare two values of one type, the other comparisons two numbers; a comparison of anything else is
 * null, and so is a number where a boolean is needed, or the reverse. Numbers are doubles; one that is not finite is null
 * where it is compared, counted or asked for. A value that is neither number, text nor boolean (a list, a sealed comment)
 * is known, and null in every other use.
 */
export type Expression =
  | { readonly op: 'literal'; readonly value: number | string | boolean }
  /** What the calibrated model said (without a name, the decision's first): probability or number; null when it gave no usable answer. */
  | { readonly op: 'prediction'; readonly model?: string }
  /** Name of the experience the person met. */
  | { readonly op: 'experience' }
  /** Name of the experience the policy had chosen before guardrails. */
  | { readonly op: 'wanted' }
  /** A field of the context whose data class is public, by its path; a place in a list by its number from "0". */
  | { readonly op: 'context'; readonly path: readonly string[] }
  /** The joined value of a feedback, correction or outcome by name. */
  | { readonly op: 'feedback'; readonly name: string }
  /** Whether a random audit asked for a feedback; null where none could. */
  | { readonly op: 'asked'; readonly name: string }
  /** With what probability a random audit asks for a feedback; null where none can. */
  | { readonly op: 'askedWith'; readonly name: string }
  /** Milliseconds since the decision. */
  | { readonly op: 'age' }
  /**
   * Milliseconds from the decision to the first value that came in time under a name (kept by `any`: to the first that is
   * true, if one is); null when none came. Values that were replaced count, those that were taken back do not.
   */
  | { readonly op: 'delay'; readonly name: string }
  /** Whether the person really saw the experience: an exposure came back and was not retracted. Never null. */
  | { readonly op: 'exposed' }
  | { readonly op: 'degraded' }
  /** Whether this guardrail (or any, without a name) changed the action. */
  | { readonly op: 'guarded'; readonly guardrail?: string }
  /** Logged probability of the experience. */
  | { readonly op: 'propensity' }
  /** Milliseconds spent in all stages together; null when no stage was timed. */
  | { readonly op: 'latency' }
  /** Declared cost of the decision, in the unit of the system's owner. */
  | { readonly op: 'cost' }
  /** True when the value is not null; never null itself. */
  | { readonly op: 'known'; readonly of: Expression }
  /** 1 for true, 0 for false. */
  | { readonly op: 'number'; readonly of: Expression }
  | { readonly op: 'compare'; readonly by: Comparison; readonly left: Expression; readonly right: Expression }
  | { readonly op: 'and' | 'or'; readonly of: readonly Expression[] }
  | { readonly op: 'not'; readonly of: Expression }
  | {
      readonly op: 'arithmetic'
      readonly by: Arithmetic
      readonly left: Expression
      readonly right: Expression
    }

/** eq =, ne <>, lt <, le <=, gt >, ge >= */
export type Comparison = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge'

/** Two numbers to one. */
export type Arithmetic = 'add' | 'subtract' | 'multiply' | 'divide'

/** What one observation is. A person or episode is first averaged (or summed, for sums and ratios) over its decisions that count. */
export type Per = 'decision' | 'person' | 'episode'

interface Rows {
  /** The decision point whose records are the rows. */
  readonly decision: string
  /** Only rows for which this is true. */
  readonly among?: Expression
  readonly per: Per
}

/**
 * A measure over the rows of one decision point: every decision recorded there is a row. Rows in which a needed value is
 * null do not count, nor do rows without a person with `per: 'person'`, or without an episode with `per: 'episode'`.
 * - `count` rows, or distinct persons or episodes.
 * - `rate` share of observations for which `of` is true; per person the mean of the persons' shares.
 * - `mean`, `sum`, `quantile` of the number `of`; `q` between 0 and 1.
 * - `ratio` sum of `of` over sum of `over`.
 * - `auc` probability that a positive row scores above a negative one, ties half.
 * - `calibrationError` mean over equal-width bins of [0, 1] of |mean score - share of positives|, weighted by rows.
 *   A bin contains its upper edge, the first one both; rows with a score outside [0, 1] do not count.
 */
export type Measure =
  | ({ readonly op: 'count' } & Rows)
  | ({ readonly op: 'rate' | 'mean' | 'sum'; readonly of: Expression } & Rows)
  | ({ readonly op: 'ratio'; readonly of: Expression; readonly over: Expression } & Rows)
  | ({ readonly op: 'quantile'; readonly q: number; readonly of: Expression } & Rows)
  | ({ readonly op: 'auc'; readonly score: Expression; readonly label: Expression } & Rows & EachDecision)
  | ({
      readonly op: 'calibrationError'
      readonly score: Expression
      readonly label: Expression
      readonly bins: number
    } & Rows &
      EachDecision)

/** A label belongs to one decision: these measures have no average over a person. */
interface EachDecision {
  readonly per: 'decision'
}

/**
 * How the values that came back under one name become one value of a decision. `kind` says who speaks; names are unique
 * in a decision point and never `exposure`, so joining goes by name.
 *
 * Values count when they arrived at most `within` after the decision (always, without it); others change nothing. Of the
 * values with one key the last to arrive counts. A retraction, whenever it arrives, takes back the earlier values of its
 * key; without a key, all earlier values. To arrive earlier is to be earlier in the log. Of what is left `keep` makes one
 * value. If nothing is left the value is null, or `otherwise` once more than `within` has passed. A null is not a value.
 *
 * Where `otherwise` stands for silence, the value is null until more than `within` has passed, also of those who answered:
 * answers come before silence counts, so early answers alone would be of other decisions than all answers are.
 */
export interface FeedbackShape {
  readonly name: string
  readonly kind: FeedbackKind
  readonly keep: Keep
  readonly within?: Duration
  readonly otherwise?: number | string | boolean
  /** The value as it is so far, also before the window has passed: `otherwise` stands for silence from the beginning. */
  readonly soFar?: boolean
}

/** Said by the person now; put right by the person; seen in the world later. */
export type FeedbackKind = 'feedback' | 'correction' | 'outcome'

/** last and first by arrival; any: true if one is, over booleans; the others over numbers. Null when there are none of these. */
export type Keep = 'last' | 'first' | 'any' | 'sum' | 'mean' | 'max' | 'min'

/**
 * What a warehouse answers for a measure: enough to compute the estimate and its interval, and mergeable by adding
 * (`order` excepted). `x`, `y` are the values of an observation, sums run over observations.
 */
export type Statistics =
  | { readonly kind: 'count'; readonly n: number }
  | { readonly kind: 'moments'; readonly n: number; readonly sum: number; readonly squares: number }
  | {
      readonly kind: 'ratio'
      readonly n: number
      readonly x: number
      readonly y: number
      readonly xx: number
      readonly yy: number
      readonly xy: number
    }
  /** The q-quantile (linear interpolation between order statistics) and the order statistics bounding it at 95 %. */
  | {
      readonly kind: 'order'
      readonly n: number
      readonly value: number | null
      readonly low: number | null
      readonly high: number | null
    }
  /** Numbers of positive and negative rows and the Mann-Whitney U of the positives (ties count half). */
  | { readonly kind: 'auc'; readonly positives: number; readonly negatives: number; readonly u: number }
  /** One entry a bin that has rows, from low to high: rows, sum of scores, number of positives. */
  | {
      readonly kind: 'bins'
      readonly bins: readonly { readonly n: number; readonly score: number; readonly positives: number }[]
    }
