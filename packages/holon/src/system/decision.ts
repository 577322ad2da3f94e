import type { AuditDeclaration } from '../spec/audit.ts'
import { type Duration, inMilliseconds } from '../spec/duration.ts'
import type { Bool, Field, Num, Text } from '../spec/expression.ts'
import type { Json, JsonObject } from '../spec/json.ts'
import type { FeedbackKind, FeedbackShape, Keep } from '../spec/measure.ts'
import type { Features } from '../spec/model.ts'
import type { DataClass, In, Out, Schema } from '../spec/schema.ts'
import { type AuditInit, auditDeclaration } from './audit.ts'
import type { ComponentPart } from './component.ts'
import type { ExperienceInit, ExperiencePart, HandOver } from './experience.ts'
import { expressionsOf } from './expressions.ts'
import { freeze } from './freeze.ts'
import type { Guardrail } from './guardrail.ts'
import { dataClasses, jsonSchema, properties } from './json-schema.ts'
import { type LadderInit, type LadderPart, ladderPart } from './ladder.ts'
import { type LimitPart, limit } from './limit.ts'
import type { ModelPart, Reading } from './model.ts'
import type { Policy } from './policy.ts'
import { type VariantInit, type VariantPart, variantParts } from './variant.ts'

/** What may come back under one name. */
export interface FeedbackInit<V, X extends string = string> {
  readonly value: Schema<unknown, V>
  /** Default: `outcome` when there is a waiting window, otherwise `feedback`. */
  readonly kind?: FeedbackKind
  /** How several values become one. Default `last`. */
  readonly keep?: Keep
  /** Waiting window: later values do not count, and after it `otherwise` stands for "nothing came". */
  readonly within?: Duration
  readonly otherwise?: V & (number | string | boolean)
  /** The question a person is asked. */
  readonly asks?: string
  /** Asked directly of some people, drawn at random, whether or not they would have said anything: docs/audits.md. */
  readonly audit?: AuditInit<X>
  /**
   * Hands the decision to somebody when it comes back with any value but false: one case for each decision, and no more than
   * `atMost` open ones (default 3) for each person; all who are nobody in particular count as one. Beyond that it is
   * recorded, and opens nothing.
   */
  readonly handsOver?: HandOver & { readonly atMost?: number }
}

/** Feedback as declared, with its defaults filled in. */
export interface FeedbackPart extends FeedbackShape {
  readonly value: Schema
  readonly valueSchema: JsonObject
  readonly asks?: string
  readonly audit?: AuditDeclaration
  readonly handsOver?: HandOver & { readonly atMost?: number }
  /** Public values are measured; personal ones (free text, unless marked public) are sealed. */
  readonly dataClass: DataClass
}

/** A way to be wrong, who is harmed and how, how it is noticed, what limits it, who answers for it. */
export interface MistakeInit<F> {
  readonly name: string
  readonly harms: string
  readonly harm: string
  /** Cost of one such mistake in the unit of the experiences' values, 0 or more. */
  readonly cost: number
  /** Feedback that shows it. */
  readonly noticedBy: readonly (keyof F & string)[]
  /** Guardrails, experiences or procedures that limit the harm. */
  readonly limitedBy: readonly string[]
  readonly owner: string
}

/** What to say about a decision. */
export interface DecisionInit<S extends Schema, P, X, F> {
  readonly does: string
  /** Schema of what is known when deciding. Fields state their data class; those that do not are personal. */
  readonly context: S
  /** A context to try it with. */
  readonly example: In<S>
  readonly model?: Reading<Out<S>, P>
  /** Components it draws on beside the model. */
  readonly uses?: readonly ComponentPart[]
  readonly experiences: { readonly [K in keyof X]: ExperienceInit<Out<S>, P, X[K]> }
  readonly policy: Policy<NoInfer<P>, NoInfer<keyof X & string>>
  readonly guardrails?: readonly Guardrail<Out<S>, NoInfer<X>>[]
  /** How often one person may be interrupted, over the experiences of this and other decisions. */
  readonly limits?: readonly LimitPart[]
  /** The cost of interrupting is multiplied by `1 + growth * recent interruptions`, each counting half after the half-life. */
  readonly habituation?: Habituation
  readonly ladder?: LadderInit<NoInfer<keyof X & string>, NoInfer<keyof F & string>>
  /** Guardrails see what the person met before. Implied by limits, habituation and a ladder. */
  readonly remembers?: boolean
  /** The experience met when there is no usable prediction. */
  readonly fallback: NoInfer<keyof X & string>
  readonly feedback: { readonly [K in keyof F]: FeedbackInit<F[K], NoInfer<keyof X & string>> }
  readonly mistakes: readonly MistakeInit<NoInfer<F>>[]
  /** Other ways in which it may work, for flights to try: docs/experiments.md. */
  readonly variants?: Readonly<Record<string, VariantInit<Out<S>, NoInfer<P>, NoInfer<X>>>>
  /** Cost of taking one decision (money, energy), in the unit of the experiences' values. Default 0. */
  readonly cost?: number
}

/** How interruptions wear on a person. */
export interface Habituation {
  readonly halfLife: Duration
  /** 0 or more. */
  readonly growth: number
}

/** A decision point with its types erased: what checks, runtime and map work on. */
export interface DecisionPart {
  readonly kind: 'decision'
  readonly name: string
  readonly does: string
  readonly contextSchema: Schema
  readonly contextJsonSchema: JsonObject
  readonly dataClasses: Readonly<Record<string, DataClass>>
  readonly example: Json
  readonly model?: ModelPart<never, unknown>
  readonly uses: readonly ComponentPart[]
  readonly features?: (context: unknown) => Features
  readonly experiences: readonly ExperiencePart[]
  readonly policy: Policy<unknown>
  readonly guardrails: readonly Guardrail<unknown, Record<string, unknown>>[]
  readonly limits: readonly LimitPart[]
  readonly habituation?: Habituation
  readonly ladder?: LadderPart
  readonly remembers: boolean
  readonly fallback: string
  readonly feedbackParts: readonly FeedbackPart[]
  readonly mistakes: readonly MistakeInit<Record<string, unknown>>[]
  readonly variants: readonly VariantPart[]
  readonly cost: number
}

/** A decision point as its author and its callers see it: values to measure, and the types of every call. */
export interface Decision<N extends string, S extends Schema, X, F> extends DecisionPart {
  readonly name: N
  readonly '~types'?: { context: In<S>; known: Out<S>; experiences: X; feedback: F }
  /** The calibrated prediction. */
  readonly prediction: Num<N>
  readonly experience: Text<N, keyof X & string>
  /** What the policy chose before guardrails. */
  readonly wanted: Text<N, keyof X & string>
  readonly exposed: Bool<N>
  readonly degraded: Bool<N>
  readonly propensity: Num<N>
  readonly latency: Num<N>
  readonly costs: Num<N>
  /** Whether a random audit asked for a feedback; not known where none could. */
  asked(feedback: keyof F & string): Bool<N>
  /** Whether a guardrail (this one, or any) changed the action. */
  guarded(guardrail?: string): Bool<N>
  readonly context: { readonly [K in keyof Out<S>]-?: Field<N, Out<S>[K]> }
  readonly feedback: { readonly [K in keyof F]: Field<N, F[K]> }
}

/**
 * Declares a decision point: where a prediction becomes an experience. Everything is inferred from the schemas given;
 * a misspelt experience, feedback or context field does not compile.
 *
 * @example
 * ```ts
 * import { decision, thresholds, model, probability } from 'holon'
 * import { z } from 'zod'
 * const risk = model('risk', { does: 'scores', features: z.object({ x: z.number() }), predicts: probability() })
 * const warn = decision('warn', {
 *   does: 'warns where it pays',
 *   context: z.object({ x: z.number().meta({ dataClass: 'public' }) }),
 *   example: { x: 1 },
 *   model: risk.from(({ x }: { x: number }) => ({ x })),
 *   experiences: { nothing: { style: 'silent' }, note: { style: 'annotate', right: 1, wrong: -1 } },
 *   policy: thresholds({ note: 0.5 }, { otherwise: 'nothing' }),
 *   fallback: 'nothing',
 *   feedback: { useful: { value: z.boolean() } },
 *   mistakes: [],
 * })
 * warn.feedback.useful.is(true)
 * ```
 */
export function decision<const N extends string, S extends Schema, const X, F, P = null>(
  name: N,
  init: DecisionInit<S, P, X, F>,
): Decision<N, S, X, F> {
  const contextJsonSchema = jsonSchema(init.context, `context of ${name}`)
  const experiences = Object.entries(init.experiences as unknown as ErasedExperiences).map(experiencePart)
  const feedbackParts = Object.entries(init.feedback as Readonly<Record<string, FeedbackInit<unknown>>>).map(
    (named) => feedbackPart(named, experiences),
  )
  const part = {
    kind: 'decision',
    name,
    does: init.does,
    contextSchema: init.context,
    contextJsonSchema,
    dataClasses: dataClasses(contextJsonSchema),
    example: init.example as Json,
    ...(init.model === undefined ? {} : { model: init.model.model, features: init.model.features }),
    uses: init.uses ?? [],
    experiences,
    policy: init.policy,
    guardrails: init.guardrails ?? [],
    ...remembering(name, init as unknown as DecisionInit<Schema, unknown, unknown, unknown>),
    fallback: init.fallback,
    feedbackParts,
    mistakes: init.mistakes,
    variants: variantParts(init.variants as Parameters<typeof variantParts>[0]),
    cost: init.cost ?? 0,
  }
  const backSchemas = Object.fromEntries(feedbackParts.map((back) => [back.name, back.valueSchema]))
  const expressions = expressionsOf(name, properties(contextJsonSchema), backSchemas)
  return freeze({ ...part, ...expressions }) as unknown as Decision<N, S, X, F>
}

/** What a decision remembers of a person, and what for. */
function remembering(decision: string, init: DecisionInit<Schema, unknown, unknown, unknown>) {
  const own = Object.entries(init.experiences as ErasedExperiences).flatMap(([name, { atMost }]) =>
    atMost === undefined ? [] : [{ ...limit(`${decision}/${name}`, { atMost }), experience: name }],
  )
  const limits = [...(init.limits ?? []), ...own]
  const { habituation, ladder } = init
  if (habituation !== undefined) inMilliseconds(habituation.halfLife)
  return {
    limits,
    ...(habituation === undefined ? {} : { habituation }),
    ...(ladder === undefined ? {} : { ladder: ladderPart(ladder) }),
    remembers: init.remembers ?? (limits.length > 0 || habituation !== undefined || ladder !== undefined),
  }
}

type ErasedExperiences = Readonly<Record<string, ExperienceInit<never, never, never>>>

function experiencePart([name, init]: [string, ExperienceInit<never, never, never>]): ExperiencePart {
  const defaults = { forcefulness: 0, right: 0, wrong: 0, interrupting: 0 }
  return { ...defaults, ...init, name } as unknown as ExperiencePart
}

function feedbackPart(
  [name, init]: [string, FeedbackInit<unknown>],
  experiences: readonly ExperiencePart[],
): FeedbackPart {
  const schema = jsonSchema(init.value, `feedback ${name}`)
  if (init.within !== undefined) inMilliseconds(init.within)
  const part: FeedbackPart = {
    name,
    kind: init.kind ?? (init.within === undefined ? 'feedback' : 'outcome'),
    keep: init.keep ?? 'last',
    ...(init.within === undefined ? {} : { within: init.within }),
    ...(init.otherwise === undefined ? {} : { otherwise: init.otherwise as string | number | boolean }),
    ...(init.asks === undefined ? {} : { asks: init.asks }),
    ...(init.handsOver === undefined ? {} : { handsOver: init.handsOver }),
    value: init.value,
    valueSchema: schema,
    dataClass: feedbackClass(schema),
  }
  return init.audit === undefined ? part : { ...part, audit: auditDeclaration(part, init.audit, experiences) }
}

/** Free text may say anything about anybody, so it is personal unless marked; a choice or a number is what was asked for. */
function feedbackClass(schema: JsonObject): DataClass {
  const stated = schema.dataClass
  if (stated === 'public' || stated === 'personal' || stated === 'sensitive') return stated
  const closed =
    schema.type === 'boolean' || schema.type === 'number' || schema.type === 'integer' || 'enum' in schema
  return closed || 'const' in schema ? 'public' : 'personal'
}
