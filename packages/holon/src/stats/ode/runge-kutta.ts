/** How fast a state changes: writes one rate a component of the state. `time` and state in the units of the model. */
export type Rates = (time: number, state: Float64Array, rates: Float64Array) => void

/** Moves a state, in place, on by one step. */
export type Step = (time: number, state: Float64Array, step: number) => void

/**
 * The classical Runge-Kutta method of fourth order (W. Kutta, 1901): the error of a fixed step falls with its fourth
 * power. Memory is taken once, so that a control loop can step for hours without garbage.
 *
 * @example
 * ```ts
 * const step = rungeKutta(1, (_time, state, rates) => {
 *   rates[0] = -(state[0] ?? 0)
 * })
 * const state = Float64Array.of(1)
 * for (let i = 0; i < 10; i++) step(i / 10, state, 0.1)
 * state[0] // exp(-1), to six digits
 * ```
 */
export function rungeKutta(size: number, rates: Rates): Step {
  const slopes = Array.from({ length: 4 }, () => new Float64Array(size))
  const [k1, k2, k3, k4] = slopes as [Float64Array, Float64Array, Float64Array, Float64Array]
  const between = new Float64Array(size)
  const move = (state: Float64Array, slope: Float64Array, by: number): void => {
    for (let i = 0; i < size; i++) between[i] = (state[i] as number) + by * (slope[i] as number)
  }
  return (time, state, step) => {
    rates(time, state, k1)
    move(state, k1, step / 2)
    rates(time + step / 2, between, k2)
    move(state, k2, step / 2)
    rates(time + step / 2, between, k3)
    move(state, k3, step)
    rates(time + step, between, k4)
    for (let i = 0; i < size; i++) {
      const sum = (k1[i] as number) + 2 * ((k2[i] as number) + (k3[i] as number)) + (k4[i] as number)
      state[i] = (state[i] as number) + (step / 6) * sum
    }
  }
}
