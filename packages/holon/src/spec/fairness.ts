import type { Expression, Per } from './measure.ts'

/** A named way to tell decisions apart, such as people by group or cases by department. */
export interface FairnessDimension {
  readonly name: string
  /** A text or a boolean; where it is null the decision belongs to no known group. */
  readonly of: Expression
}

/** What is looked at to see whether a decision point treats groups alike: plain data, as declared with `fairness`. */
export interface FairnessDeclaration {
  readonly name: string
  readonly why: string
  readonly decision: string
  readonly groups: readonly FairnessDimension[]
  /** What counts as having been treated well, after threshold, experience, guardrail and the person's response. */
  readonly benefit: Expression
  /** Whom it was right to treat well. */
  readonly deserved?: Expression
  /** The probability of `deserved` that the system stated. */
  readonly score?: Expression
  /** How long people waited, or what it cost them otherwise: a number, where less is better. */
  readonly waits?: Expression
  /** Where a difference may come from, or turn around. */
  readonly strata: readonly FairnessDimension[]
  readonly among?: Expression
  readonly per: Exclude<Per, 'episode'>
  /** Fewer observations than this give no number. */
  readonly minimum: number
  /** The largest difference between two groups that counts as none: a share. */
  readonly tolerance: number
}

/** What the evidence says of a number; value and interval are null below the smallest number of observations. */
export interface FairnessEstimate {
  readonly value: number | null
  /** At 95 %. */
  readonly interval: readonly [number, number] | null
  readonly n: number
}

/**
 * What is told of a group. Of all decisions: `benefit`, `deserved` among those where it is known, `known` how often that
 * is, `waits`. Of errors: `recall` benefit among the deserving, `falsePositive` benefit among the others, `precision`
 * deserving among those who had the benefit, `omission` deserving among those who had not. Of the stated score:
 * `overstated` mean of score minus deserving, `miscalibrated` expected calibration error over ten bins.
 */
export type FairnessNumber =
  | 'benefit'
  | 'known'
  | 'deserved'
  | 'recall'
  | 'falsePositive'
  | 'precision'
  | 'omission'
  | 'overstated'
  | 'miscalibrated'
  | 'waits'

/** One group, or one intersection of groups. */
export interface FairnessGroup {
  /** Its value in each way to tell people apart, in the order of `by`. */
  readonly is: readonly string[]
  /** Observations. */
  readonly n: number
  /** Fewer than the minimum: nothing is said of it. */
  readonly tooSmall: boolean
  readonly numbers: Readonly<Partial<Record<FairnessNumber, FairnessEstimate>>>
  /** How often its people met each experience; empty where the group is too small. */
  readonly met: readonly { readonly experience: string; readonly share: FairnessEstimate }[]
}

/** A common definition of fairness. */
export type FairnessDefinitionName =
  | 'demographic-parity'
  | 'disparate-impact'
  | 'equal-opportunity'
  | 'equalized-odds'
  | 'calibration'
  | 'equal-waits'

/**
 * Whether a definition holds. Intervals are simultaneous: `broken` says at 95 % that there is some pair of groups that
 * differ by more than the tolerance, `holds` that there is none; everything less, and a group too small to be compared, is
 * `inconclusive`.
 */
export interface FairnessStanding {
  readonly definition: FairnessDefinitionName
  readonly status: 'holds' | 'broken' | 'inconclusive'
  /** The largest difference; of disparate impact the smallest ratio. Null where fewer than two groups can be compared. */
  readonly value: number | null
  readonly interval: readonly [number, number] | null
  /** The groups it lies between, the higher one first; one group for calibration. */
  readonly between: readonly string[]
  readonly because: string
}

/** A difference between two groups that is another one within strata (Simpson's paradox). */
export interface FairnessReversal {
  readonly strata: string
  /** `reverses`: the other group is ahead; `vanishes`: neither; `appears`: there is one, and none in all. */
  readonly verdict: 'reverses' | 'vanishes' | 'appears'
  readonly between: readonly [string, string]
  /** How far the first group is ahead in all, and within strata, with simultaneous intervals. */
  readonly inAll: FairnessEstimate
  readonly within: FairnessEstimate
  readonly by: readonly {
    readonly stratum: string
    readonly first: FairnessEstimate
    readonly second: FairnessEstimate
  }[]
  readonly words: string
}

/** Groups told apart in one way, or in two ways at once. */
export interface FairnessGrouping {
  readonly by: readonly string[]
  /** Those with most observations, at most 20 in each way. */
  readonly groups: readonly FairnessGroup[]
  /** Observations that belong to no group that is told. */
  readonly elsewhere: number
  /**
   * Those observations, such as of people who did not say what they are: they take part in no comparison, but show whether
   * who is told differs from who is not. Absent where there are none.
   */
  readonly untold?: FairnessGroup
  readonly standings: readonly FairnessStanding[]
  /** What cannot hold together, with the numbers of this report; null where nothing is known of it. */
  readonly incompatible: string | null
  readonly reversals: readonly FairnessReversal[]
}

/** One fairness declaration, measured. */
export interface FairnessReport {
  readonly name: string
  readonly why: string
  readonly minimum: number
  readonly tolerance: number
  readonly groupings: readonly FairnessGrouping[]
  /** What to keep in mind when reading it, in words. */
  readonly notices: readonly string[]
}

/** `GET /api/v1/systems/{system}/decisions/{decision}/fairness?from&to` */
export interface FairnessDocument {
  readonly decision: string
  /** One for each declaration about the decision. */
  readonly reports: readonly FairnessReport[]
}
