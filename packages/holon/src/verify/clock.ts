import { type VirtualClock, virtualClock } from '../memory/clock.ts'
import type { Clock } from '../spec/ports.ts'

/** A clock whose time of day somebody may set while its timers and its monotonic time go on. */
export interface StoryClock extends Clock, Pick<VirtualClock, 'advance'> {
  /** Moves the time of day by milliseconds, forward or back. */
  set(by: number): void
  /** Milliseconds until the next timer is due; undefined when none is set. */
  next(): number | undefined
}

/** Noon of a Monday. */
const start = Date.UTC(2026, 0, 5, 12)

/** A virtual clock that can be set. */
export function storyClock(): StoryClock {
  // Counted from 0: times since 1970 leave fractions of a millisecond no digits.
  const clock = virtualClock()
  let offset = start
  return {
    ...clock,
    now: () => offset + clock.now(),
    set: (by) => {
      offset += by
    },
    next: () => {
      const due = clock.due()
      if (due === undefined) return undefined
      const now = clock.monotonic()
      const left = due - now
      // What is rounded down would never reach the timer.
      return now + left < due ? left + due * 2 ** -52 : left
    },
  }
}
