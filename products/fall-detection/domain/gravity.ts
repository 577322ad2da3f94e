/** Acceleration along three axes. */
export type Axes = readonly [x: number, y: number, z: number]

/** Seconds in which the estimate follows a new orientation by two thirds. */
const timeConstant = 0.6

/**
 * Takes gravity out of the acceleration of sensors that do not do so themselves: gravity is what a first-order low pass
 * leaves of it, and the rest is movement. Starts from the first reading. During a tumble it lags, so a sensor that
 * knows its orientation is better.
 */
export class GravityFilter {
  #gravity: Axes | undefined

  /** @param seconds since the last reading @returns the acceleration without gravity, in the unit of `all` */
  remove(all: Axes, seconds: number): Axes {
    const known = this.#gravity ?? all
    const share = 1 - Math.exp(-seconds / timeConstant)
    const follow = (axis: 0 | 1 | 2) => known[axis] + (all[axis] - known[axis]) * share
    this.#gravity = [follow(0), follow(1), follow(2)]
    const [x, y, z] = this.#gravity
    return [all[0] - x, all[1] - y, all[2] - z]
  }
}
