import type { Duration } from './duration.ts'
import type { Expression } from './measure.ts'
import type { Tunings } from './tunings.ts'

/** What is assigned as one, and stays in its arm: a person wherever they come, an episode (a session), or every decision anew. */
export type FlightUnit = 'person' | 'episode' | 'decision'

/**
 * What an arm changes of its decision point; nothing: as declared. A guardrail is not among it: whatever the arms do, the
 * declared guardrails run last.
 */
export interface ArmChange {
  /** Name of a variant that the decision declares: another policy, other experiences, texts or parameters. */
  readonly variant?: string
  /** Version of its model, one of those the system was opened with; its own without. */
  readonly model?: string
  /** Other utilities of its experiences. */
  readonly experiences?: Tunings[string]
}

/** An arm and how much of those who take part it gets, against the other arms. Default weight 1. */
export interface ArmInit extends ArmChange {
  readonly weight?: number
}

/** How the error is spent over looks: hardly any at the first, or about alike at all (K. Lan, D. DeMets, 1983). */
export type Spending = 'obrien-fleming' | 'pocock'

/**
 * How a flight is judged. Said when it starts, and never changed: whoever chooses after seeing the numbers chooses the
 * verdict.
 *
 * - `always-valid` (where nothing is said): look as often as you like, at the price of wider intervals.
 * - `fixed`: one look, once `units` have come over all arms.
 * - `group-sequential`: up to `looks` looks, at equal steps up to `units`.
 * - `bayesian`: what to believe, given a normal `prior` of the effect as a share of the control's value (0.1: 10 %) for every
 *   goal; mean 0 unless given. Says nothing of how often it errs.
 *
 * With looks, `before` is what `ScorecardOptions.before` is for the others: said at the start, too.
 */
export type Judge =
  | { readonly method: 'always-valid' }
  | { readonly method: 'fixed'; readonly units: number; readonly before?: Duration }
  | {
      readonly method: 'group-sequential'
      readonly units: number
      readonly looks: number
      /** Default `obrien-fleming`. */
      readonly spending?: Spending
      readonly before?: Duration
    }
  | { readonly method: 'bayesian'; readonly prior: { readonly deviation: number; readonly mean?: number } }

/** What a flight is started with. */
export interface FlightRequest {
  /** Letters, digits and single dashes; no other flight of the system ever had it. */
  readonly name: string
  /** What is changed, and why it should help: one sentence for people. */
  readonly about: string
  /** The decision point that the arms change. A holdout has none: it is kept from every change. */
  readonly decision?: string
  /** Default `person`. Decisions without the unit (nobody in particular, no episode) take no part. */
  readonly unit?: FlightUnit
  /** At least two; the first is the control. Give `factors` instead where arms are crossed. */
  readonly arms?: Readonly<Record<string, ArmInit>>
  /** Arms as every combination of the levels of each factor, of equal weight: `model: { old: {}, new: { model: '2' } }`. The first levels together are the control. */
  readonly factors?: Readonly<Record<string, Readonly<Record<string, ArmChange>>>>
  /** Share of all units that take part, above 0 and at most 1; ramped later. */
  readonly share: number
  /** Flights of one layer exclude each other; without one it crosses all others. */
  readonly layer?: string
  /** Who may take part, by public fields of the context. */
  readonly among?: Expression
  /**
   * When a unit counts: once a decision was taken where the arms could differ, or once the person also met it (an exposure
   * came back). Default `decided`.
   */
  readonly counts?: 'decided' | 'exposed'
  /**
   * A long-run holdout, over all decision points: `share` of the units, the arm `held`, take part in no other flight and get
   * nothing that another flight kept; the arm `open` is everybody else. It has no arms, layer or audience of its own, its
   * share stays, and one runs at a time.
   */
  readonly holdout?: boolean
  /** The goal it is to improve, and goals that must not be harmed. */
  readonly main?: string
  readonly guards?: readonly string[]
  /**
   * The most harm to a goal that is tolerated, in its unit, above 0 (its non-inferiority margin): nothing is shipped before
   * more than that is ruled out. The goal is a guard then, whether or not it is among them. A guard without a margin stands
   * in the way only once harm is seen.
   */
  readonly margins?: Readonly<Record<string, number>>
  /** The smallest effect on the main goal that is worth having, in its unit, above 0. */
  readonly worth?: number
  /** Units over all arms at which intervals are to be narrowest. Default 5,000. */
  readonly plannedUnits?: number
  /** How it is judged. Default `always-valid`. */
  readonly judge?: Judge
  readonly by: string
  readonly reason: string
}

/** Puts another share of all units into a flight: more of them, or (a roll-back on the way) fewer. */
export interface RampRequest {
  readonly share: number
  readonly by: string
  readonly reason: string
}

/** Ends a flight: everybody gets what is declared again, or, with `keep`, that arm from now on. */
export interface StopRequest {
  readonly keep?: string
  readonly by: string
  readonly reason: string
}

/** How a flight stands. `kept`: it is over, and everybody gets one of its arms. */
export type FlightState = 'running' | 'stopped' | 'kept'

/** Something done to a flight. */
export interface FlightStep {
  readonly at: number
  readonly did: 'start' | 'ramp' | 'stop' | 'keep'
  /** From then on. */
  readonly share: number
  readonly by: string
  readonly reason: string
}

/** An arm with everything filled in. */
export interface FlightArm extends ArmChange {
  readonly name: string
  /** Of those who take part; the arms sum to 1. */
  readonly share: number
  /** Its level of each factor. */
  readonly levels?: Readonly<Record<string, string>>
}

/** A flight as the registry keeps it. Everything that assigns is in it, so that anybody who holds it can assign. */
export interface FlightDocument extends Omit<FlightRequest, 'arms' | 'factors' | 'by' | 'reason'> {
  readonly unit: FlightUnit
  readonly counts: 'decided' | 'exposed'
  readonly guards: readonly string[]
  /** The first is the control. */
  readonly arms: readonly FlightArm[]
  readonly factors?: readonly string[]
  /** 16 bytes as hex under which units are hashed to an arm. Not secret. */
  readonly key: string
  /** 16 bytes as hex under which units are hashed to a place in [0, 1): that of its layer. */
  readonly layerKey: string
  /** Places of its layer that take part: `from` inclusive, `to` exclusive. A ramp moves `to`, so nobody leaves. */
  readonly places: readonly { readonly from: number; readonly to: number }[]
  readonly state: FlightState
  /** The arm that everybody gets, once it is kept. */
  readonly kept?: string
  /** Oldest first. */
  readonly steps: readonly FlightStep[]
}

/** What of a flight assigns and changes: all that a client needs to know who is in which arm. */
export type AssigningFlight = Pick<
  FlightDocument,
  | 'name'
  | 'decision'
  | 'unit'
  | 'arms'
  | 'among'
  | 'holdout'
  | 'key'
  | 'layerKey'
  | 'places'
  | 'state'
  | 'kept'
>

/** `GET /api/v1/systems/{system}/flights/assigning`: the flights that run, and those that were kept, in that order of time. */
export interface AssigningDocument {
  readonly system: string
  readonly flights: readonly AssigningFlight[]
}
