import type { Explanation, Style } from '../spec/api.ts'
import type { Duration } from '../spec/duration.ts'
import type { Schema } from '../spec/schema.ts'
import type { Often } from './limit.ts'
import type { PersonPart } from './person.ts'

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
  /** Value of being interrupted at all, usually negative; default 0. Grows with the habituation of the decision. */
  readonly interrupting?: number
  /** Where the model predicts classes: the value of it for each class, instead of `right` and `wrong`; default 0. */
  readonly worth?: P extends number | null ? never : { readonly [K in keyof P & string]?: number }
  /** How often one person may meet it. A limit that several experiences or decisions share is declared by `limit`. */
  readonly atMost?: Often | readonly Often[]
  /** Hands the case to somebody who decides instead. */
  readonly handsOver?: HandOver
  /** Probability that it is right, given the prediction. Default: the prediction itself, where it is a probability. */
  readonly chance?: (moment: { readonly context: C; readonly prediction: P }) => number
  /** How a person undoes what it did. */
  readonly undo?: string
  /** Schema of its parameters; with it, `fill` makes them. */
  readonly parameters?: Schema<unknown, T>
  readonly fill?: (moment: FillMoment<C, P>) => NoInfer<T>
  readonly text?: (moment: FillMoment<C, P> & { readonly parameters: NoInfer<T> }) => string
}

/** To whom a case is handed, what they are asked, and until when. */
export interface HandOver {
  readonly to: PersonPart
  /** Time to answer. */
  readonly within: Duration
  /** Feedback that is their answer. */
  readonly answer: string
  readonly asks: string
}

/** An experience as declared, with its defaults filled in. */
export interface ExperiencePart {
  readonly name: string
  readonly style: Style
  readonly forcefulness: number
  readonly right: number
  readonly wrong: number
  readonly interrupting: number
  readonly worth?: Readonly<Record<string, number>>
  readonly handsOver?: HandOver
  readonly undo?: string
  readonly parameters?: Schema
  readonly chance?: (moment: { readonly context: unknown; readonly prediction: unknown }) => number
  readonly fill?: (moment: FillMoment<unknown, unknown>) => unknown
  readonly text?: (moment: FillMoment<unknown, unknown> & { readonly parameters: unknown }) => string
}
