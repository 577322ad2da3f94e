import { createHash } from 'node:crypto'
import { meanInterval, momentsOf } from 'holon/stats'
import { breads, traits } from '../domain/bread.ts'
import { counts, darkenings, type Example, secondsOf, seed } from './fit.ts'
import type { learningCurve } from './learning.ts'
import type { RidgeModel } from './ridge.ts'
import { darkeningAt } from './toasts.ts'

/** A mean over held-out examples with the 95 % interval of it over toasts. */
export interface Figure {
  readonly value: number
  readonly lower: number
  readonly upper: number
}

/** How far off the model is, on toasts it has not seen. */
interface Errors {
  readonly of: string
  readonly toasts: number
  /** Mean absolute error of the seconds, and of the darkening when heated for them. */
  readonly seconds: Figure
  readonly colour: Figure
  /** Mean error of the darkening: above 0, too dark. */
  readonly bias: number
}

/** What is to be known of the model, without its file. */
export interface CardBody {
  readonly name: string
  readonly version: string
  readonly seed: string
  readonly learning: { readonly toasts: number; readonly examples: number }
  readonly heldOut: { readonly toasts: number; readonly examples: number }
  readonly weights: readonly { readonly feature: string; readonly weight: number }[]
  readonly intercept: number
  readonly errors: readonly Errors[]
  readonly curve: ReturnType<typeof learningCurve>
  readonly people: number
}

/** The card of a model and of the file it is in. */
export interface Card extends CardBody {
  readonly model: { readonly file: string; readonly bytes: number; readonly sha256: string }
}

/** The version of the model; a new one when physics, features or recipe change. */
export const version = '1'

/** SHA-256 (hex) of a card without its part on the file: what the file itself carries. */
export function cardHash(body: CardBody): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex')
}

/** Gathers what is to be known of the toasting-time model. */
export function cardBody(
  model: RidgeModel,
  learned: readonly Example[],
  heldOut: readonly Example[],
  curve: CardBody['curve'],
  people: number,
): CardBody {
  return {
    name: 'toasting-time',
    version,
    seed,
    learning: { toasts: counts.learning, examples: learned.length },
    heldOut: { toasts: counts.heldOut, examples: heldOut.length },
    weights: model.names.map((feature, i) => ({ feature, weight: round(model.weights[i] ?? 0) })),
    intercept: round(model.intercept),
    errors: [
      errorsOf('all', model, heldOut),
      ...breads.map((bread) =>
        errorsOf(
          traits[bread].title,
          model,
          heldOut.filter(({ course }) => course.start.bread === bread),
        ),
      ),
      ...darkenings.map((wanted) =>
        errorsOf(
          `darkening ${wanted}`,
          model,
          heldOut.filter((one) => one.wanted === wanted),
        ),
      ),
    ],
    curve: curve.map(({ verdicts, off, right }) => ({ verdicts, off: round(off), right: round(right) })),
    people,
  }
}

/** Errors over held-out examples; those of one toast belong together, so intervals are over toasts. */
export function errorsOf(of: string, model: RidgeModel, examples: readonly Example[]): Errors {
  const errors = examples.map((example) => {
    const { course, wanted } = example
    const seconds = secondsOf(model, { ...course.start, wanted })
    return {
      course,
      seconds: Math.abs(seconds - example.seconds),
      colour: darkeningAt(course, seconds) - wanted,
    }
  })
  const byToast = [...Map.groupBy(errors, ({ course }) => course).values()]
  const figure = (value: (one: (typeof errors)[number]) => number): Figure => {
    const means = byToast.map((group) => group.reduce((sum, one) => sum + value(one), 0) / group.length)
    const moments = momentsOf(means)
    const { lower, upper } = meanInterval(moments)
    return { value: round(moments.mean), lower: round(lower), upper: round(upper) }
  }
  return {
    of,
    toasts: byToast.length,
    seconds: figure((one) => one.seconds),
    colour: figure((one) => Math.abs(one.colour)),
    bias: round(errors.reduce((sum, one) => sum + one.colour, 0) / errors.length),
  }
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
