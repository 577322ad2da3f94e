import { type Duration, inMilliseconds } from '../../spec/duration.ts'
import type { FeedbackShape, Measure } from '../../spec/measure.ts'

/** Feedback for which silence counts once a window has passed. */
export interface Awaited extends FeedbackShape {
  readonly within: Duration
  readonly otherwise: number | string | boolean
}

/** The feedback in part of a measure for which silence counts once a window has passed. */
export function awaitedIn(part: unknown, shapes: readonly FeedbackShape[]): readonly Awaited[] {
  const names = new Set(feedbackIn(part))
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

function feedbackIn(node: unknown): readonly unknown[] {
  if (typeof node !== 'object' || node === null) return []
  const inside = Object.values(node).flatMap(feedbackIn)
  return 'op' in node && node.op === 'feedback' && 'name' in node ? [node.name, ...inside] : inside
}
