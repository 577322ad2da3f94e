import type { PartlySeen } from './loops.ts'

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

/** A number about everybody, of feedback that some were asked for at random, beside that of those who spoke up. */
export interface AuditedValue {
  readonly feedback: string
  /** After which somebody might have been asked; of these `asked`, of whom so many `answered`. */
  readonly decisions: number
  readonly asked: number
  readonly answered: number
  /** Shares of all who answer when asked, and unasked; null where nobody can tell. */
  readonly whenAsked: number | null
  readonly unasked: number | null
  /** Of those who spoke up unasked, as if they were like all: what would be measured without the audit. */
  readonly naive: {
    readonly value: number | null
    readonly interval: readonly [number, number] | null
    readonly n: number
  }
  /** Of everybody: an estimate with what it assumes, or bounds while too few were asked. */
  readonly whole: PartlySeen & { readonly assuming: string }
  /** What it is at least and at most, whatever those say who do not answer when asked. */
  readonly worst: readonly [number, number]
}
