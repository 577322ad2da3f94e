import {
  type Decision,
  decision,
  type FeedbackInit,
  type Guardrail,
  type In,
  type Out,
  type Policy,
  policy,
  type Schema,
} from 'holon'

/** What a flag may be. */
export type FlagValue = boolean | string | number | { readonly [key: string]: unknown } | readonly unknown[]

/** What to say about a flag. */
export interface FlagInit<S extends Schema, N extends string, V extends FlagValue, F> {
  readonly does: string
  /** What is known when it is evaluated. Fields state their data class; those that do not are personal. */
  readonly context: S
  /** A context to try it with. */
  readonly example: In<S>
  /** Value of each variant. */
  readonly values: Readonly<Record<N, V>>
  /** The variant that holds when something fails. */
  readonly fallback: NoInfer<N>
  /** The variant for a context, or a weight of each: then chance draws one at every evaluation. Pure. Default: the fallback. */
  readonly serve?: (context: Out<S>) => NoInfer<N> | Readonly<Partial<Record<NoInfer<N>, number>>>
  readonly guardrails?: readonly Guardrail<Out<S>, NoInfer<Record<N, { readonly value: V }>>>[]
  readonly feedback?: { readonly [K in keyof F]: FeedbackInit<F[K], NoInfer<N>> }
}

/**
 * Declares a feature flag: a decision without a model, whose experiences are values. It is recorded, measured, guarded,
 * replayed and compared like every other decision. Each value is also a variant for flights, which is how a flag is rolled
 * out to a part of the people who stay in it: docs/openfeature.md.
 *
 * @example
 * ```ts
 * import { flag } from '@holon/flags'
 * import { z } from 'zod'
 * const checkout = flag('checkout', {
 *   does: 'shows the new checkout',
 *   context: z.object({ country: z.string().meta({ dataClass: 'public' }) }),
 *   example: { country: 'de' },
 *   values: { old: false, new: true },
 *   fallback: 'old',
 *   serve: ({ country }) => (country === 'de' ? 'new' : 'old'),
 *   feedback: { bought: { value: z.boolean() } },
 * })
 * ```
 */
export function flag<
  const K extends string,
  S extends Schema,
  const N extends string,
  V extends FlagValue,
  F = Record<never, never>,
>(name: K, init: FlagInit<S, N, V, F>): Decision<K, S, Record<N, { readonly value: V }>, F> {
  const { does, context, example, values, fallback, guardrails = [], feedback } = init
  const names = Object.keys(values) as N[]
  const experiences = Object.fromEntries(names.map((variant) => [variant, experienceOf(values[variant])]))
  return decision(name, {
    does,
    context,
    example,
    experiences: experiences as Record<N, ReturnType<typeof experienceOf<V>>>,
    policy: serving(init),
    variants: Object.fromEntries(names.map((variant) => [variant, always(variant)])),
    guardrails,
    fallback,
    feedback: feedback ?? ({} as { readonly [B in keyof F]: FeedbackInit<F[B], N> }),
    mistakes: [],
  })
}

const experienceOf = <V extends FlagValue>(value: V) => ({
  style: 'organize' as const,
  parameters: valueSchema(value),
  fill: () => ({ value }),
})

/** Shape of the parameters of a variant: its value, of its type. */
function valueSchema<V extends FlagValue>(value: V): Schema<unknown, { readonly value: V }> {
  const type = Array.isArray(value) ? 'array' : typeof value
  const json = () => ({ type: 'object', properties: { value: { type } }, required: ['value'] })
  return {
    '~standard': {
      version: 1,
      vendor: 'holon',
      validate: () => ({ value: { value } }),
      jsonSchema: { input: json, output: json },
    },
  }
}

function serving<S extends Schema, N extends string, V extends FlagValue, F>({
  serve,
  fallback,
}: FlagInit<S, N, V, F>): Policy<null, N> {
  return policy('serve', (_: null, context): Weights<N> => {
    const served = serve?.(context as Out<S>) ?? fallback
    return typeof served === 'string' ? only(served) : served
  })
}

type Weights<N extends string> = Readonly<Partial<Record<N, number>>>

const only = <N extends string>(name: N): Weights<N> => Object.fromEntries([[name, 1]]) as Weights<N>

const always = <N extends string>(name: N) => ({
  does: `serves ${name}`,
  policy: policy(`always-${name}`, (_: null): Weights<N> => only(name)),
})
