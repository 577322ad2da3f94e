import { HolonError } from '../../spec/error.ts'
import { requirePositive } from '../argument.ts'
import type { Rates } from './runge-kutta.ts'

/** How exact to be. */
export interface Precision {
  /** Error allowed in a step, relative to the size of a component; default 1e-9. */
  readonly relative?: number
  /** Error allowed in a step whatever the size; default 1e-12. */
  readonly absolute?: number
}

// The stages of the pair of orders 5 and 4 (J. Dormand, P. Prince, 1980); the last row is the step itself.
const nodes = [0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1]
const stages = [
  [],
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
]
const errorWeights = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40]
const mostSteps = 1_000_000

/**
 * Solves an ordinary differential equation from one time to a later one, in steps as long as the wanted precision
 * allows (E. Hairer, S. Norsett, G. Wanner, Solving Ordinary Differential Equations I, sections II.4 and II.5).
 *
 * @returns the state at `to`
 * @throws HolonError `input-invalid` when `to` is not after `from`, or the rates are not finite, or the equation is too
 *   stiff for an explicit method
 * @example
 * ```ts
 * const turn = (_time: number, state: Float64Array, rates: Float64Array) => {
 *   rates[0] = -(state[1] ?? 0)
 *   rates[1] = state[0] ?? 0
 * }
 * dormandPrince(turn, [1, 0], 0, Math.PI)[0] // -1, to nine digits
 * ```
 */
export function dormandPrince(
  rates: Rates,
  start: ArrayLike<number>,
  from: number,
  to: number,
  { relative = 1e-9, absolute = 1e-12 }: Precision = {},
): Float64Array {
  requirePositive('to - from', to - from)
  const size = start.length
  let state: Float64Array = Float64Array.from(start)
  const slopes = nodes.map(() => new Float64Array(size))
  let time = from
  let step = (to - from) / 100
  for (let steps = 0; steps < mostSteps; steps++) {
    const last = time + step >= to
    const taken = last ? to - time : step
    const next = advance(rates, state, time, taken, slopes)
    const error = errorOf(state, next, slopes, taken, relative, absolute)
    if (error <= 1) {
      state = next
      if (last) return state
      time += taken
    }
    step = taken * Math.min(5, Math.max(0.2, 0.9 * error ** -0.2))
    if (!(time + step > time)) break
  }
  throw new HolonError(
    'input-invalid',
    `the equation cannot be solved beyond ${time}`,
    'Check that its rates are finite there, and allow a larger error if it is stiff.',
  )
}

/** The state one step on; `slopes` then hold the rates of every stage. */
function advance(
  rates: Rates,
  state: Float64Array,
  time: number,
  step: number,
  slopes: readonly Float64Array[],
): Float64Array {
  let next = state
  for (const [stage, weights] of stages.entries()) {
    next = state.map((value, i) =>
      weights.reduce((sum, weight, before) => sum + step * weight * at(slopes[before], i), value),
    )
    rates(time + step * (nodes[stage] as number), next, slopes[stage] as Float64Array)
  }
  return next
}

/** Root mean square of the estimated error over what is allowed: at most 1 is good. */
function errorOf(
  state: Float64Array,
  next: Float64Array,
  slopes: readonly Float64Array[],
  step: number,
  relative: number,
  absolute: number,
): number {
  let sum = 0
  state.forEach((value, i) => {
    const error =
      step * errorWeights.reduce((total, weight, stage) => total + weight * at(slopes[stage], i), 0)
    sum += (error / (absolute + relative * Math.max(Math.abs(value), Math.abs(next[i] as number)))) ** 2
  })
  const error = Math.sqrt(sum / state.length)
  return Number.isNaN(error) ? Infinity : Math.max(error, 1e-10)
}

function at(values: Float64Array | undefined, index: number): number {
  return values?.[index] as number
}
