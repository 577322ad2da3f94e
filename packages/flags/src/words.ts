import type { Json } from 'holon'

/** Why a flag has its value, in the words of OpenFeature. */
export type FlagReason = 'STATIC' | 'TARGETING_MATCH' | 'SPLIT' | 'DEFAULT' | 'DISABLED'

/** The type a caller wants a value of; `any` where nobody says, as in the remote protocol. */
export type FlagType = 'boolean' | 'string' | 'number' | 'object' | 'any'

/** What is known of whom a flag is evaluated for: OpenFeature's evaluation context. */
export type EvaluationContext = Readonly<Record<string, unknown>>

/** What telemetry may keep beside a value. */
export type FlagMetadata = Readonly<Record<string, string | number | boolean>>

/** A flag's value, and the decision behind it. */
export interface Evaluation {
  readonly key: string
  /** Absent where the experience that is met gives none: the default of the calling code holds. */
  readonly value?: Json
  /** Name of the experience that is met. */
  readonly variant: string
  readonly reason: FlagReason
  readonly metadata: FlagMetadata
  /** Id of the decision, to send back what came of it. */
  readonly id: string
}
