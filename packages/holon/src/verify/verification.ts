import type { Duration } from '../spec/duration.ts'
import type { Json } from '../spec/json.ts'
import type { Clock, Random } from '../spec/ports.ts'
import type { OpenEntry } from '../spec/record.ts'
import type { Answer, Running } from '../spec/running.ts'
import type { AnswerOf, ContextOf, DecisionNames, DecisionOf, KnownOf } from '../system/infer.ts'
import type { System } from '../system/system.ts'

/**
 * Something that must always hold. `holds` answers yes or no, or a number: the margin, in any unit, by which it holds;
 * below 0 (or not a number) it is broken. A margin lets the search climb towards a violation instead of stumbling on one.
 */
export interface Invariant<M> {
  readonly name: string
  readonly holds: (moment: M) => boolean | number
}

/** One answer as somebody met it. */
export interface ToldPart {
  readonly decision: string
  /** With defaults filled in. */
  readonly context: unknown
  readonly answer: Answer
  /** The public record: what was wanted, what guardrails did, whether predictions were calibrated. */
  readonly record: OpenEntry
  /** Milliseconds since 1970, by the clock of the system, which may have been set back. */
  readonly at: number
  readonly subject?: string
  readonly episode?: string
  /** What came back for it so far, oldest first. */
  readonly back: readonly { readonly name: string; readonly value: Json; readonly at: number }[]
}

/** One answer of any decision of a system; `decision` narrows context and answer, the answer's `experience` its parameters. */
export type Told<S extends System> = {
  [N in DecisionNames<S>]: Omit<ToldPart, 'decision' | 'context' | 'answer'> & {
    readonly decision: N
    readonly context: KnownOf<S, N>
    readonly answer: AnswerOf<S, N>
  }
}[DecisionNames<S>]

/** An answer, and those the same person (or nobody in particular) got before it in the story, newest first. */
export type AnswerMoment<S extends System> = Told<S> & { readonly before: readonly Told<S>[] }

/** A request that a plant makes. */
export type PlantRequest<S extends System> = {
  [N in DecisionNames<S>]: {
    readonly decision: N
    readonly context: ContextOf<S, N>
    readonly subject?: string
    readonly episode?: string
  }
}[DecisionNames<S>]

/** What stands around a plant. */
export interface PlantSurroundings<S extends System> {
  readonly random: Random
  readonly clock: Clock
  /** The system at work, for an actuator; the same across restarts. */
  readonly holon: Pick<Running, 'latches' | 'intervened'>
  /** A decision with the guardrails it has in this run: build actuators on it, so that a guardrail left out is left out there too. */
  decision<const N extends DecisionNames<S>>(name: N): DecisionOf<S, N>
}

/** A simulated world that the system acts on. */
export interface Plant<S extends System, X> {
  /** How it begins; drawn, so that every story begins differently. */
  readonly start: (around: PlantSurroundings<S>) => X
  /** Once a period: what is asked of the system, if anything. */
  readonly sense: (state: NoInfer<X>) => PlantRequest<S> | undefined
  /**
   * The world moves on by `seconds`. `answer` is a fresh one; undefined while none came (the model hangs, the program is
   * down): what was applied last goes on, unless an actuator's watchdog says otherwise. May change the state in place.
   */
  readonly act: (state: NoInfer<X>, answer: Told<S>['answer'] | undefined, seconds: number) => NoInfer<X>
  readonly period: Duration
  /** What must hold of the state whenever it has moved. */
  readonly always: readonly Invariant<NoInfer<X>>[]
  /** Ends a story early. */
  readonly over?: (state: NoInfer<X>) => boolean
}

/** Steps of a story where no plant is. */
export const usualLength = 30

/** How a system is verified. */
export interface VerificationInit<S extends System, X> {
  /** Without one, contexts are drawn from the schemas of the decisions and their examples. */
  readonly plant?: Plant<S, X>
  /** What must hold of every answer; on top of what holds for every system. */
  readonly invariants?: readonly Invariant<AnswerMoment<S>>[]
  /** Contexts that schemas alone rarely draw; as many are drawn from here as from the schema. */
  readonly contexts?: { readonly [N in DecisionNames<S>]?: (random: Random) => ContextOf<S, N> }
  /** Steps of a story. Default 30, with a plant 300. */
  readonly length?: number
}

/** A plant, types erased. */
export interface PlantPart {
  start(around: PlantSurroundings<System>): unknown
  sense(state: unknown): Pick<ToldPart, 'decision' | 'context' | 'subject' | 'episode'> | undefined
  act(state: unknown, answer: Answer | undefined, seconds: number): unknown
  readonly period: Duration
  readonly always: readonly Invariant<unknown>[]
  over?(state: unknown): boolean
}

/** A system and what must hold of it, types erased. */
export interface Verification {
  readonly kind: 'verification'
  readonly system: System
  readonly plant?: PlantPart
  readonly invariants: readonly Invariant<ToldPart & { readonly before: readonly ToldPart[] }>[]
  readonly contexts: Readonly<Record<string, ((random: Random) => unknown) | undefined>>
  readonly length: number
}

/**
 * Declares what must hold of a system whatever its models say. `holon verify` attacks it.
 *
 * @example
 * ```ts
 * import { defineSystem } from 'holon'
 * import { defineVerification } from 'holon/verify'
 * const system = defineSystem('empty', { purpose: 'none', people: [], decisions: [], goals: [] })
 * const verification = defineVerification(system, { invariants: [{ name: 'nobody is woken', holds: () => true }] })
 * ```
 */
export function defineVerification<S extends System, X = null>(
  system: S,
  { plant, invariants = [], contexts = {}, length }: VerificationInit<S, X>,
): Verification {
  return Object.freeze({
    kind: 'verification',
    system,
    ...(plant === undefined ? {} : { plant: plant as unknown as PlantPart }),
    invariants: invariants as unknown as Verification['invariants'],
    contexts: contexts as Verification['contexts'],
    length: length ?? (plant === undefined ? usualLength : 300),
  })
}
