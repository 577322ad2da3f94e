import { HolonError } from '../spec/error.ts'
import type { Clock } from '../spec/ports.ts'

/** The longest delay a timer of the platform takes; a longer one would fire at once. */
const longestDelay = 2 ** 31 - 1

/** The clock of the machine. `after` keeps a Node process alive until it has called back or was cancelled. */
export function systemClock(): Clock {
  return {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    after(ms, call) {
      let timer: ReturnType<typeof setTimeout>
      const wait = (left: number) => {
        timer =
          left > longestDelay
            ? setTimeout(() => wait(left - longestDelay), longestDelay)
            : setTimeout(call, Math.max(0, left))
      }
      wait(ms)
      return () => clearTimeout(timer)
    },
  }
}

/** A clock that stands still until it is advanced. */
export interface VirtualClock extends Clock {
  /**
   * Moves time on by milliseconds and calls back every timer due on the way, in order of its time; timers of the same
   * time in the order they were set. A timer set by such a call is called too if it is due.
   * @throws HolonError `input-invalid` when negative or not finite
   */
  advance(ms: number): void
  /** The time at which the next timer is due; undefined when none is set. */
  due(): number | undefined
}

/**
 * Time as a dependency: for tests and simulations. `start` is the first `now()`, in milliseconds since 1970.
 *
 * @example
 * ```ts
 * const clock = virtualClock(Date.UTC(2025, 0, 1))
 * clock.after(1000, () => console.log('one second later'))
 * clock.advance(60_000)
 * ```
 */
export function virtualClock(start = 0): VirtualClock {
  let elapsed = 0
  const timers: { readonly at: number; readonly call: () => void }[] = []
  return {
    now: () => Math.floor(start + elapsed),
    monotonic: () => elapsed,
    after(ms, call) {
      const timer = { at: elapsed + Math.max(0, ms), call }
      const later = timers.findLastIndex((other) => other.at <= timer.at) + 1
      timers.splice(later, 0, timer)
      return () => {
        const place = timers.indexOf(timer)
        if (place >= 0) timers.splice(place, 1)
      }
    },
    advance(ms) {
      if (!(ms >= 0 && ms < Infinity))
        throw new HolonError(
          'input-invalid',
          `Time cannot advance by ${ms} ms.`,
          'Give a number of milliseconds >= 0.',
        )
      const end = elapsed + ms
      for (let next = timers[0]; next !== undefined && next.at <= end; next = timers[0]) {
        timers.shift()
        elapsed = next.at
        next.call()
      }
      elapsed = end
    },
    due: () => (timers[0] === undefined ? undefined : start + timers[0].at),
  }
}
