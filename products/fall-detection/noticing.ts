import type { Moment } from './domain/moment.ts'
import { atRest, shapeOf } from './domain/shape.ts'
import { traceOf } from './domain/trace.ts'
import { isWorthDeciding } from './domain/worth-deciding.ts'
import type { Noticed, Source } from './noticed.ts'

/** What is sent of a moment; undefined when it is not worth a decision. */
export function noticedIn(moment: Moment, wearer: string, source: Source): Noticed | undefined {
  const shape = shapeOf(moment)
  return isWorthDeciding(shape) ? { wearer, shape, trace: traceOf(moment), called: false, source } : undefined
}

/** What is sent when the wearer presses the button. */
export const calling = (wearer: string, source: Source): Noticed => ({
  wearer,
  shape: atRest,
  trace: [],
  called: true,
  source,
})
