import type { Clock } from 'holon'

/** How a loop kept its time. */
export interface Punctuality {
  /** Times it ran, and times that were due while it could not. */
  readonly ran: number
  readonly missed: number
}

/** A loop that runs until it is stopped. */
export interface Loop {
  readonly punctuality: Punctuality
  stop(): void
}

/**
 * Runs something again and again, each time at a whole number of periods after the start: a late run does not shift those
 * after it, so the mean period is kept whatever the delays. Times that passed while it could not run are left out, not made
 * up for in a burst.
 *
 * @param period milliseconds
 * @param run is told by how many milliseconds it is late
 */
export function everyPeriod(clock: Clock, period: number, run: (late: number) => void): Loop {
  const start = clock.monotonic()
  let [ran, missed, next] = [0, 0, 1]
  let stopped = false
  const wait = (): (() => void) => clock.after(Math.max(0, start + next * period - clock.monotonic()), ring)
  const ring = (): void => {
    if (stopped) return
    const late = clock.monotonic() - (start + next * period)
    // Timers of some platforms ring a little early: then the rest is waited for.
    if (late < 0) {
      cancel = wait()
      return
    }
    const skipped = Math.floor(late / period)
    missed += skipped
    next += skipped + 1
    ran++
    cancel = wait()
    run(late - skipped * period)
  }
  let cancel = wait()
  return {
    get punctuality() {
      return { ran, missed }
    },
    stop: () => {
      stopped = true
      cancel()
    },
  }
}
