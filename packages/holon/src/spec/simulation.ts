import type { GoalStatus, Layer, Target } from './api.ts'
import type { AuditedValue } from './audit.ts'
import type { JsonObject } from './json.ts'
import type { LoopStanding } from './loops.ts'
import type { Waiting } from './waiting.ts'

/** A value, its interval, how many observations, and the value that only the world knows. */
export interface Simulated {
  readonly value: number | null
  readonly interval: readonly [number, number] | null
  readonly n: number
  readonly status: GoalStatus
  /** The same measure on everything that was true; null where the world does not know. */
  readonly truth: number | null
  /** Where a random audit bears on it: value and interval are corrected for who answers, and here is how. */
  readonly audit?: AuditedValue
}

/** What the number of the product is of, beside the truth. */
export interface Heard {
  /** Share of the observations of the truth that the product has too, 0 to 1. Those it lacks may be of another kind. */
  readonly share: number
  /** Who says nothing is counted, as if that said something. */
  readonly silence: boolean
}

/** Decisions that waited at the end, and what was true of them; null where the world does not know. */
export interface SimulatedWaiting extends Waiting {
  readonly truth: number | null
}

/** What became of one goal. */
export interface SimulatedGoal extends Simulated {
  readonly name: string
  readonly layer: Layer
  readonly unit: string
  readonly target: Target
  /** Absent where the world knows no truth. */
  readonly heard?: Heard
  /** Decisions that do not count in `value` yet, but in `truth`; absent where there are none. */
  readonly waiting?: SimulatedWaiting
  /** By stretch of time, in order; `day` is the first of it. */
  readonly overTime: readonly (Simulated & { readonly day: number })[]
}

/** Something that was done to the world, or that somebody noticed; days since the beginning. */
export interface Noticed {
  readonly day: number
  /** `scenario`: it happened; `monitor`: it was noticed. */
  readonly by: 'scenario' | 'monitor'
  readonly what: string
  /** Noticed so many days after the last change of a scenario; absent before any. */
  readonly late?: number
  /** How often in the same words until the next change of a scenario, and the day of the last time; absent for once. */
  readonly times?: number
  readonly until?: number
}

/** One run of a world, so far or to the end. */
export interface SimulationDocument {
  readonly system: string
  /** Name of the version that ran; `current` is the one that is served. */
  readonly version: string
  readonly seed: number
  readonly people: number
  readonly days: number
  readonly scenarios: readonly string[]
  readonly settings: JsonObject
  /** How far it is, in days; equal to `days` at the end. */
  readonly day: number
  readonly decisions: number
  readonly entries: number
  /** SHA-256 of the log, line by line: the same seed, the same bytes. */
  readonly log: string
  readonly goals: readonly SimulatedGoal[]
  /** How often each guardrail intervened, by decision. */
  readonly guardrails: readonly {
    readonly decision: string
    readonly guardrail: string
    readonly interventions: number
  }[]
  /** How often each experience was met, by decision, and how often by fallback. */
  readonly experiences: readonly {
    readonly decision: string
    readonly experience: string
    readonly times: number
    readonly degraded: number
  }[]
  readonly noticed: readonly Noticed[]
  /** Loops through the world, declared or found; empty where nobody looked for them. */
  readonly loops: readonly LoopStanding[]
  /** Figures that only the world knows, by stretch of time. */
  readonly figures: readonly {
    readonly name: string
    readonly overTime: readonly { readonly day: number; readonly n: number; readonly sum: number }[]
  }[]
  /** Real quality of what the models said, where the world told what is true: area under the curve, and of how many. */
  readonly quality: readonly { readonly decision: string; readonly auc: number | null; readonly n: number }[]
}

/** What one simulation is started with; everything left out is as the world usually has it. */
export interface SimulationRequest {
  readonly people?: number
  readonly days?: number
  readonly seed?: number
  /** Names of scenarios that befall it from the beginning. */
  readonly scenarios?: readonly string[]
  readonly settings?: Readonly<Record<string, number | boolean | string>>
  /** The version that runs; `current`, the one that is served, if left out. */
  readonly version?: string
  /** Two versions against the same people with the same chance, instead of one. */
  readonly compare?: readonly [string, string]
  /** Instead of the models: what is true, blurred to this area under the curve, from 0.5 to 1. */
  readonly quality?: number
}

/** How a run stands. What failed, or was under way when the server ended, keeps the report so far. */
export type SimulationState = 'running' | 'paused' | 'done' | 'failed'

/** A run as lists show it. */
export interface SimulationSummary {
  readonly id: string
  readonly system: string
  readonly state: SimulationState
  /** Milliseconds since 1970. */
  readonly startedAt: number
  /** What it was started with, the usual values filled in. */
  readonly request: SimulationRequest & Required<Pick<SimulationRequest, 'people' | 'days' | 'seed'>>
  /** The first day is 0; equal to `of` at the end. Of two versions, that of the slower. */
  readonly progress: { readonly day: number; readonly of: number }
  /** Scenarios that somebody let befall it on the way. */
  readonly injected: readonly { readonly scenario: string; readonly day: number }[]
  /** Why it failed. */
  readonly error?: { readonly code: string; readonly message: string; readonly fix: string }
}

/** A run with its reports: one, or two where versions are compared; none before the first stretch is over. */
export interface SimulationRun extends SimulationSummary {
  readonly documents: readonly SimulationDocument[]
}

/** What can be simulated around a system. */
export interface WorldDocument {
  readonly system: string
  /** What is simulated, and what is assumed. */
  readonly about: string
  /** The first day, `2026-03-01`. */
  readonly start: string
  /** How many people and days, unless somebody says otherwise. */
  readonly people: number
  readonly days: number
  /** Names and usual values. */
  readonly settings: Readonly<Record<string, number | boolean | string>>
  /** `own`: of this world; the others may befall any. */
  readonly scenarios: readonly { readonly name: string; readonly about: string; readonly own: boolean }[]
  /** `current` first: the one that is served. */
  readonly versions: readonly { readonly name: string; readonly about: string }[]
}
