import { GravityFilter } from './gravity.ts'
import { type Reading, standardGravity } from './reading.ts'

/** What a phone says of its motion (W3C Device Orientation and Motion): m/s², and degrees a second about z, x and y. */
export interface DeviceMotion {
  readonly acceleration: Vector | null
  readonly accelerationIncludingGravity: Vector | null
  readonly rotationRate: {
    readonly alpha: number | null
    readonly beta: number | null
    readonly gamma: number | null
  } | null
}

interface Vector {
  readonly x: number | null
  readonly y: number | null
  readonly z: number | null
}

/** Turns what a phone says into readings. Phones without a gyroscope say nothing usable. */
export class DeviceMotionReader {
  readonly #filter = new GravityFilter()
  #last: number | undefined

  /** @param at milliseconds @returns undefined when acceleration or turning is not known */
  read(
    { acceleration, accelerationIncludingGravity, rotationRate }: DeviceMotion,
    at: number,
  ): Reading | undefined {
    const seconds = this.#last === undefined ? 0 : Math.max(0, at - this.#last) / 1000
    this.#last = at
    const turning = numbers([rotationRate?.beta, rotationRate?.gamma, rotationRate?.alpha])
    const own = numbers([acceleration?.x, acceleration?.y, acceleration?.z])
    const heavy = numbers([
      accelerationIncludingGravity?.x,
      accelerationIncludingGravity?.y,
      accelerationIncludingGravity?.z,
    ])
    const filtered =
      own === undefined && heavy !== undefined ? this.#filter.remove(heavy, seconds) : undefined
    const moved = own ?? filtered
    if (turning === undefined || moved === undefined) return undefined
    const [ax, ay, az] = moved.map((one) => one / standardGravity) as [number, number, number]
    const [gx, gy, gz] = turning
    return { ax, ay, az, gx, gy, gz }
  }
}

function numbers(three: readonly (number | null | undefined)[]): [number, number, number] | undefined {
  return three.every((one) => typeof one === 'number' && Number.isFinite(one))
    ? (three as unknown as [number, number, number])
    : undefined
}
