import type { Features } from '../spec/model.ts'
import type { Recent, Step } from '../spec/recent.ts'
import type { FaultCode, Stage } from '../spec/record.ts'
import type { DecideOptions } from '../spec/running.ts'
import type { Flown } from './plan.ts'

/** A decision that was asked for, with everything about it that is not computed. */
export interface Asked extends Omit<DecideOptions, 'key'> {
  readonly id: string
  readonly at: number
  /** Output of the context schema. */
  readonly context: unknown
  /** Uniform in [0, 1). */
  readonly draw: number
  readonly key?: string
  /** Checksum of the request, kept with the key. */
  readonly asked?: string
  /** Pseudonym of the subject. */
  readonly person?: string
  /** What is remembered of the person, where the decision remembers. */
  readonly recent?: Recent
  /** Guardrails that are latched for the person, and why they had latched. */
  readonly latched?: Readonly<Record<string, string>>
  /** The step of a ladder that is to be taken, instead of a choice. */
  readonly step?: Step
  /** The flights it takes part in. */
  readonly flown?: Flown
  /** On replay: how the model failed then, which came from its surroundings and cannot be computed again. */
  readonly recorded?: { readonly fault: Fault; readonly raw?: unknown }
}

/** Why there is no usable prediction. */
export interface Fault {
  readonly code: FaultCode
  readonly message: string
}

/** What a model said: its features and raw answer, or a fault. */
export type Said =
  | { readonly ok: true; readonly features: Features; readonly raw: unknown }
  | { readonly ok: false; readonly features?: Features; readonly fault: Fault; readonly raw?: unknown }

/** Milliseconds by stage, filled in as the stages pass. */
export type Timings = Partial<Record<Stage, number>>
