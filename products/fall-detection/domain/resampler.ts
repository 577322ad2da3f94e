import { hertz, type Reading } from './reading.ts'

/** A gap longer than this, in milliseconds, is a stream that stopped and began anew. */
const longestGap = 500

/**
 * Brings readings that come when they like to an even 50 a second, by straight lines between them. After a gap the
 * stream begins anew, and so should whatever reads it.
 */
export class Resampler {
  #last: { readonly at: number; readonly reading: Reading } | undefined
  #next = 0

  /**
   * Takes a reading at its time in milliseconds, and gives the even ones that lie up to it. Readings that come out of order
   * are left out. `anew`: what comes does not follow what came before.
   */
  push(at: number, reading: Reading): { readonly anew: boolean; readonly readings: readonly Reading[] } {
    const last = this.#last
    if (last !== undefined && at <= last.at) return { anew: false, readings: [] }
    this.#last = { at, reading }
    if (last === undefined || at - last.at > longestGap) {
      this.#next = at + 1000 / hertz
      return { anew: true, readings: [reading] }
    }
    const readings: Reading[] = []
    for (; this.#next <= at; this.#next += 1000 / hertz) {
      readings.push(between(last.reading, reading, (this.#next - last.at) / (at - last.at)))
    }
    return { anew: false, readings }
  }
}

function between(from: Reading, to: Reading, share: number): Reading {
  const mix = (axis: keyof Reading) => from[axis] + (to[axis] - from[axis]) * share
  return { ax: mix('ax'), ay: mix('ay'), az: mix('az'), gx: mix('gx'), gy: mix('gy'), gz: mix('gz') }
}
