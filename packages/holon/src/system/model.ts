import { type Duration, inMilliseconds } from '../spec/duration.ts'
import type { Features } from '../spec/model.ts'
import type { Schema } from '../spec/schema.ts'
import type { ComponentInit, ComponentPart } from './component.ts'
import { freeze } from './freeze.ts'
import type { Prediction } from './prediction.ts'

/** A model as a part of the system: a named port with typed features and a typed prediction. */
export interface ModelPart<F = Features, P = unknown> extends ComponentPart {
  readonly kind: 'model'
  readonly features: Schema<unknown, F>
  readonly predicts: Prediction<P>
  /** Milliseconds after which its answer comes too late. */
  readonly deadline: number
  /** Ties a decision to this model by the pure function that makes features of a context. */
  from<C>(features: (context: C) => F): Reading<C, P>
}

/** A model read through a function from context to features. */
export interface Reading<C, P> {
  readonly model: ModelPart<never, P>
  readonly features: (context: C) => Features
}

/** What to say about a model. */
export interface ModelInit<F, P> extends Omit<ComponentInit, 'ml'> {
  /** Schema of the row the model reads. Titles of fields become the words of explanations. */
  readonly features: Schema<unknown, F>
  readonly predicts: Prediction<P>
  /** After this the decision falls back. Default `'100 milliseconds'`. */
  readonly deadline?: Duration
}

/**
 * Declares a model. Which artefact answers is said when the system is opened, so that it can change while the
 * declaration stands.
 *
 * @example
 * ```ts
 * import { model, probability } from 'holon'
 * import { z } from 'zod'
 * const risk = model('audit-risk', {
 *   does: 'estimates how likely an examination changes the return',
 *   features: z.object({ income: z.number(), hours: z.number() }),
 *   predicts: probability(),
 * })
 * const reading = risk.from((filed: { wages: number; hours: number }) => ({ income: filed.wages, hours: filed.hours }))
 * ```
 */
export function model<F extends Features, P>(name: string, init: ModelInit<F, P>): ModelPart<F, P> {
  const part: ModelPart<F, P> = freeze({
    kind: 'model',
    name,
    ml: true,
    inside: init.inside ?? true,
    does: init.does,
    ...(init.owner === undefined ? {} : { owner: init.owner }),
    uses: init.uses ?? [],
    features: init.features,
    predicts: init.predicts,
    deadline: inMilliseconds(init.deadline ?? '100 milliseconds'),
    from: <C>(features: (context: C) => F): Reading<C, P> =>
      Object.freeze({ model: part as unknown as ModelPart<never, P>, features }),
  })
  return part
}
