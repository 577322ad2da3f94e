import type { MeterReading } from '../../meter.ts'

/** One step from the typical return to this one. Percentage points. */
export interface Fall {
  readonly label: string
  readonly value?: string
  readonly by: number
  /** Where the step begins and ends, both from 0 to 100. */
  readonly from: number
  readonly to: number
}

/** The way from a typical return to this one. Percent. */
export interface Waterfall {
  readonly base: number
  readonly falls: readonly Fall[]
  /** The end: the percentage on the meter. */
  readonly percent: number
  /** The highest point of the way. */
  readonly top: number
}

/** What rounding of the named facts can leave over is no step. Percentage points. */
const least = 0.3

/**
 * The facts that moved the estimate as steps that add up: what is not named among the drivers is one step of its own.
 *
 * @param base percentage of a typical return; undefined when it is not known, then the named facts are the whole way
 */
export function waterfallOf({ percent, drivers }: MeterReading, base: number | undefined): Waterfall {
  const named = drivers.reduce((sum, { by }) => sum + by, 0)
  const start = base ?? percent - named
  const rest = percent - start - named
  const steps = [
    ...drivers.map(({ fact, value, by }) => ({ label: fact, value, by })),
    ...(Math.abs(rest) < least ? [] : [{ label: 'Everything else', by: rest }]),
  ]
  let at = start
  const falls = steps.map((step): Fall => {
    const from = at
    at += step.by
    return { ...step, from, to: at }
  })
  return { base: start, falls, percent, top: Math.max(start, percent, ...falls.map(({ to }) => to)) }
}
