import type { Reading } from './reading.ts'

/** Readings in the order of time, a list for each channel; `strength` is that of the acceleration, in g. */
export type Span = Readonly<Record<keyof Reading | 'strength', Float32Array>>

/** The channels of a span. */
export const channels = ['ax', 'ay', 'az', 'gx', 'gy', 'gz', 'strength'] as const

/** The last readings of a stream, in room that is used again and again. */
export class Ring {
  readonly #span: Span
  readonly #length: number
  #next = 0
  #count = 0

  /** @param length readings that are kept, at least 1 */
  constructor(length: number) {
    this.#length = length
    this.#span = spanOf(() => new Float32Array(length))
  }

  /** Whether as many readings have come as are kept. */
  get full(): boolean {
    return this.#count === this.#length
  }

  /** Takes the next reading and tells the strength of its acceleration, in g. */
  push({ ax, ay, az, gx, gy, gz }: Reading): number {
    const { strength } = this.#span
    const at = this.#next
    this.#span.ax[at] = ax
    this.#span.ay[at] = ay
    this.#span.az[at] = az
    this.#span.gx[at] = gx
    this.#span.gy[at] = gy
    this.#span.gz[at] = gz
    strength[at] = Math.sqrt(ax * ax + ay * ay + az * az)
    this.#next = (at + 1) % this.#length
    this.#count = Math.min(this.#count + 1, this.#length)
    return strength[at] as number
  }

  /** A copy of all that is kept, oldest first. */
  copy(): Span {
    const start = this.full ? this.#next : 0
    return spanOf((channel) => {
      const kept = this.#span[channel]
      const copy = new Float32Array(this.#count)
      for (let i = 0; i < this.#count; i++) copy[i] = kept[(start + i) % this.#length] as number
      return copy
    })
  }
}

function spanOf(make: (channel: keyof Span) => Float32Array): Span {
  return Object.fromEntries(channels.map((channel) => [channel, make(channel)])) as Span
}
