/** Milliseconds of two clocks: the one on the wall, and one that nobody can set. */
export interface Moment {
  readonly wall: number
  readonly steady: number
}

/**
 * What is left of a span of time that can be paused. It goes by whichever clock went further: the steady one of some
 * systems stands still while a device sleeps, and the one on the wall can be set back.
 *
 * @example
 * ```ts
 * const time = new TimeLeft(60_000)
 * time.left({ wall: 0, steady: 0 }) // 60000
 * time.resume({ wall: 0, steady: 0 })
 * time.left({ wall: 45_000, steady: 20_000 }) // 15000
 * ```
 */
export class TimeLeft {
  #left: number
  #since: Moment | undefined

  /** @param span milliseconds; it stands until it is resumed */
  constructor(span: number) {
    this.#left = Math.max(0, span)
  }

  get isRunning(): boolean {
    return this.#since !== undefined
  }

  /** Milliseconds, never below 0. */
  left(now: Moment): number {
    if (this.#since === undefined) return this.#left
    const gone = Math.max(now.wall - this.#since.wall, now.steady - this.#since.steady, 0)
    return Math.max(0, this.#left - gone)
  }

  resume(now: Moment): void {
    this.#since ??= now
  }

  pause(now: Moment): void {
    this.#left = this.left(now)
    this.#since = undefined
  }
}

/** The clocks of a browser. */
export function moment(): Moment {
  return { wall: Date.now(), steady: performance.now() }
}
