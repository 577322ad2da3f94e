import { type Reading, readingsIn } from './reading.ts'
import { Ring, type Span } from './ring.ts'
import { SlidingMaximum } from './sliding-maximum.ts'

/** Seconds that are looked at before and after the strongest reading of a moment. */
const before = 2
/** Seconds that are looked at after it: so late is a moment told. */
export const after = 3

/** Index of the strongest reading in the span of a moment. */
export const center = readingsIn(before)

/** Readings in the span of a moment. */
export const spanLength = readingsIn(before) + readingsIn(after) + 1

/** In g: what is never stronger is rest, and not looked at. */
const floor = 0.5

/** Five seconds around a reading that is stronger than all the others in them. */
export interface Moment {
  readonly span: Span
  /** Index of the strongest reading in the stream, from 0. */
  readonly at: number
}

/**
 * Finds the moments in a stream that are worth a judgement. A window of five seconds slides over it; where its strongest
 * reading has two seconds before and three behind it, that is a moment. Moments are at least two seconds apart. A reading
 * costs the same whatever came before; only a moment costs a copy of its window.
 */
export class MomentFinder {
  readonly #ring = new Ring(spanLength)
  readonly #strongest = new SlidingMaximum(spanLength)
  #count = 0

  /** Takes the next reading, and gives the moment that it completes. */
  push(reading: Reading): Moment | undefined {
    this.#strongest.push(this.#ring.push(reading))
    this.#count += 1
    const completes =
      this.#ring.full && this.#strongest.age === readingsIn(after) && this.#strongest.value >= floor
    return completes ? { span: this.#ring.copy(), at: this.#count - 1 - readingsIn(after) } : undefined
  }
}

/** The moments of a stream from its beginning to its end, in order. */
export function momentsIn(readings: readonly Reading[]): readonly Moment[] {
  const finder = new MomentFinder()
  return readings.flatMap((reading) => finder.push(reading) ?? [])
}
