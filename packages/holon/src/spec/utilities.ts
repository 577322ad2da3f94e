import type { DecisionDocument } from './api.ts'
import type { Json } from './json.ts'
import type { Tunings } from './tunings.ts'

/** `POST /api/v1/systems/{system}/decisions/{decision}/tunings`: replaces all earlier ones of the decision. */
export interface TuneRequest {
  readonly decision: string
  readonly experiences: Tunings[string]
  /** Who changes it, and why; both go into the log. */
  readonly by: string
  readonly reason: string
}

/** A version of the utilities. `GET /api/v1/systems/{system}/tunings` */
export interface TuningDocument extends TuneRequest {
  /** From 1. */
  readonly version: number
  readonly at: number
  /** What it changed, against what held until then. */
  readonly changes: readonly TuningChange[]
}

/** One number that a version of the utilities changed. */
export interface TuningChange {
  readonly experience: string
  readonly value: 'right' | 'wrong' | 'interrupting'
  readonly from: number
  readonly to: number
}

/** One logged decision under the present and under other utilities, guardrails aside. */
export interface WhatIfCase {
  readonly id: string
  readonly at: number
  readonly prediction: Json
  readonly present: string
  readonly proposed: string
  /** What each experience would be worth to expect, where that is weighed but is no line in one probability. */
  readonly utilities?: Readonly<Record<string, number>>
}

/** `POST /api/v1/systems/{system}/decisions/{decision}/what-if` */
export interface WhatIfDocument {
  readonly n: number
  /** Share of each experience, exploration included, before guardrails. */
  readonly present: Readonly<Record<string, number>>
  readonly proposed: Readonly<Record<string, number>>
  readonly thresholds?: DecisionDocument['thresholds']
  /** Newest first. */
  readonly cases: readonly WhatIfCase[]
}

/** `GET /api/v1/systems/{system}/decisions/{decision}/experience?from&to&every` */
export interface ExperienceReport {
  readonly every: string
  readonly interruptions: {
    /** Of the people who met the decision point: how many times each met something that was not silent. */
    readonly perPerson: {
      readonly people: number
      readonly mean: number | null
      readonly deviation: number | null
    }
    /** Oldest first, as everywhere here. */
    readonly times: readonly Stretch[]
  }
  readonly interventions: readonly { readonly guardrail: string; readonly times: readonly Stretch[] }[]
}

/** How many of how many decisions in the stretch of time that starts at `from`. */
export interface Stretch {
  readonly from: number
  readonly n: number
  readonly of: number
}
