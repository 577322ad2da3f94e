import type { Explanation, Style } from '../spec/api.ts'
import type { Schema } from '../spec/schema.ts'

/** What is known when an experience is filled in. `prediction` is null when the model gave nothing usable. */
export interface FillMoment<C, P> {
  readonly context: C
  readonly prediction: P | null
  /** Why the prediction came out so, where the model can tell. */
  readonly explanation: Explanation | undefined
}

/** What a person may meet. */
export interface ExperienceInit<C, P, T> {
  readonly style: Style
  /** 0 (easily missed) to 1 (cannot go on without answering). Default 0. */
  readonly forcefulness?: number
  /** Value when it was right; default 0. */
  readonly right?: number
  /** Value when it was wrong, usually negative; default 0. */
  readonly wrong?: number
  /** Value of being interrupted at all, usually negative; default 0. */
  readonly interrupting?: number
  /** Probability that it is right, given the prediction. Default: the prediction itself, where it is a probability. */
  readonly chance?: (moment: { readonly context: C; readonly prediction: P }) => number
  /** How a person undoes what it did. */
  readonly undo?: string
  /** Schema of its parameters; with it, `fill` makes them. */
  readonly parameters?: Schema<unknown, T>
  readonly fill?: (moment: FillMoment<C, P>) => NoInfer<T>
  readonly text?: (moment: FillMoment<C, P> & { readonly parameters: NoInfer<T> }) => string
}

/** An experience as declared, with its defaults filled in. */
export interface ExperiencePart {
  readonly name: string
  readonly style: Style
  readonly forcefulness: number
  readonly right: number
  readonly wrong: number
  readonly interrupting: number
  readonly undo?: string
  readonly parameters?: Schema
  readonly chance?: (moment: { readonly context: unknown; readonly prediction: unknown }) => number
  readonly fill?: (moment: FillMoment<unknown, unknown>) => unknown
  readonly text?: (moment: FillMoment<unknown, unknown> & { readonly parameters: unknown }) => string
}
