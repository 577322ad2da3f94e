/** Whether chance had a person asked for one feedback of one decision, and how likely that was. */
export interface Audit {
  /** Probability with which somebody was to be asked, given the experience they met: above 0, at most 1. */
  readonly share: number
  readonly asked: boolean
}

/**
 * How people who were asked and did not answer are counted: like those who answered only because they were asked, or as
 * if they might have said anything, which gives bounds instead of an estimate.
 */
export type Unanswered = 'alike' | 'anything'

/** A feedback that is asked of some people, drawn at random, because those who speak up are not like all. */
export interface AuditDeclaration {
  readonly share: number
  /** Experiences after which somebody may be asked. */
  readonly after: readonly string[]
  readonly unanswered: Unanswered
}
