import type { Moment } from './moment.ts'
import { range } from './shape.ts'

/** Readings that one bar of a trace stands for, and bars in the trace of a moment. */
export const readingsPerBar = 5
export const traceLength = 50

/** The strength of a moment in fifty bars of a tenth of a second, each the strongest reading in it, in g up to `range`. */
export function traceOf({ span: { strength } }: Moment): number[] {
  return Array.from({ length: traceLength }, (_, bar) => {
    const part = strength.subarray(bar * readingsPerBar, (bar + 1) * readingsPerBar)
    return Math.min(range, Math.round(Math.max(...part) * 100) / 100)
  })
}
