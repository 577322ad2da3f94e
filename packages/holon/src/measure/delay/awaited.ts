import { type Duration, inMilliseconds } from '../../spec/duration.ts'
import type { FeedbackShape, Measure } from '../../spec/measure.ts'
import { feedbackNames } from '../feedback-names.ts'

/** Feedback for which silence counts once a window has passed. */
export interface Awaited extends FeedbackShape {
  readonly within: Duration
  readonly otherwise: number | string | boolean
}

/** The feedback in part of a measure for which silence counts once a window has passed. */
export function awaitedIn(part: unknown, shapes: readonly FeedbackShape[]): readonly Awaited[] {
  const names = new Set(feedbackNames(part))
  return shapes.flatMap((shape) => {
    const { name, within, otherwise } = shape
    return names.has(name) && within !== undefined && otherwise !== undefined
      ? [{ ...shape, within, otherwise }]
      : []
  })
}

/** That with the longest window in a measure. */
export function longestAwaited(measure: Measure, shapes: readonly FeedbackShape[]): Awaited | undefined {
  return awaitedIn(measure, shapes).reduce<Awaited | undefined>(
    (longest, one) => (longest === undefined || windowOf(one) > windowOf(longest) ? one : longest),
    undefined,
  )
}

/** Milliseconds until silence counts. */
export const windowOf = ({ within }: Awaited): number => inMilliseconds(within)
