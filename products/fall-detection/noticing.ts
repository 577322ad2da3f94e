import type { Moment } from './domain/moment.ts'
import { shapeOf } from './domain/shape.ts'
import { traceOf } from './domain/trace.ts'
import { isWorthDeciding } from './domain/worth-deciding.ts'
import type { Noticed, Source } from './noticed.ts'

/** What is sent of a moment; undefined when it is not worth a decision. */
export function noticedIn(moment: Moment, source: Source): Noticed | undefined {
  const shape = shapeOf(moment)
  return isWorthDeciding(shape) ? { shape, trace: traceOf(moment), called: false, source } : undefined
}
