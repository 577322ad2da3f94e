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
