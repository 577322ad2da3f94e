import { HolonError } from '../../spec/error.ts'
import { requireCount, requirePositive } from '../argument.ts'
import { gammaCdf, gammaQuantile } from '../distribution/gamma.ts'

/** What is believed of a reproduction number after a window of days: a gamma distribution. */
export interface Reproduction {
  readonly mean: number
  readonly deviation: number
  quantile(p: number): number
}

export interface ReproductionOptions {
  /** What is believed before; default 5 and 5. */
  readonly prior?: { readonly mean: number; readonly deviation: number }
}

/**
 * How many people each case infects at the time, from the cases of each day (A. Cori and others, A New Framework and
 * Software to Estimate Time-Varying Reproduction Numbers During Epidemics, 2013): taken as constant in a window of days.
 *
 * @param incidence cases of each day
 * @param serialInterval the share of cases that were infected 0, 1, 2, ... days after who infected them; the first is 0
 * @param window first and last day, counted from 1; the first day has nobody before it
 * @throws HolonError `input-invalid` for a window outside the days, or a prior that cannot be
 * @example
 * ```ts
 * reproductionNumber([1, 2, 4, 8], [0, 1], [2, 4]).mean // 1.97: about 2
 * ```
 */
export function reproductionNumber(
  incidence: readonly number[],
  serialInterval: readonly number[],
  [from, to]: readonly [number, number],
  { prior: { mean, deviation } = { mean: 5, deviation: 5 } }: ReproductionOptions = {},
): Reproduction {
  requirePositive('mean', mean)
  requirePositive('deviation', deviation)
  requireCount('from', from, 1)
  requireCount('to', to, from)
  if (to > incidence.length)
    throw new HolonError('input-invalid', `a window up to day ${to} of ${incidence.length}`, 'End it sooner.')
  const days = Array.from({ length: to - from + 1 }, (_, i) => from - 1 + i)
  const cases = days.reduce((sum, day) => sum + (incidence[day] ?? 0), 0)
  const pressure = days.reduce((sum, day) => sum + infectiousness(incidence, serialInterval, day), 0)
  const shape = (mean / deviation) ** 2 + cases
  const scale = 1 / (mean / deviation ** 2 + pressure)
  return {
    mean: shape * scale,
    deviation: Math.sqrt(shape) * scale,
    quantile: (p) => gammaQuantile(p, shape, scale),
  }
}

/** How many cases of earlier days infect on a day, weighted by how strongly. */
function infectiousness(
  incidence: readonly number[],
  serialInterval: readonly number[],
  day: number,
): number {
  return serialInterval.reduce((sum, share, back) => sum + share * (incidence[day - back] ?? 0), 0)
}

/**
 * The shares of serial intervals of 0, 1, 2, ... days whose time is gamma distributed, but at least one day (Cori 2013,
 * web appendix 11). `mean` and `deviation` in days, the mean above 1.
 */
export function discreteSerialInterval(mean: number, deviation: number, days: number): number[] {
  requirePositive('mean - 1', mean - 1)
  requirePositive('deviation', deviation)
  requireCount('days', days)
  const shape = ((mean - 1) / deviation) ** 2
  const scale = deviation ** 2 / (mean - 1)
  const below = (k: number, a: number): number => (k <= 0 ? 0 : gammaCdf(k, a, scale))
  return Array.from({ length: days + 1 }, (_, k) => {
    const times = k * below(k, shape) + (k - 2) * below(k - 2, shape) - 2 * (k - 1) * below(k - 1, shape)
    const means = 2 * below(k - 1, shape + 1) - below(k - 2, shape + 1) - below(k, shape + 1)
    return Math.max(0, times + shape * scale * means)
  })
}
