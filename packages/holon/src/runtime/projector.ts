import { HolonError } from '../spec/error.ts'
import type { CatchUpProgress, Clock, DecisionLog, Warehouse } from '../spec/ports.ts'
import { projectLog } from './project-log.ts'

/** From a new entry to its projection, so that one projection serves many; in milliseconds. */
const delay = 200

/** How long a question waits for a warehouse that is behind, in milliseconds. */
const patience = 5000

/** A warehouse this many entries behind is told of: it will not be up with the log within a second or two. */
const far = 50_000

/** Keeps the warehouse up with the log. */
export interface Projector {
  /** Resolves when the warehouse shows everything that was durable at the call. */
  catchUp(progress?: (done: number, of: number) => void): Promise<void>
  /**
   * As `catchUp`, for those who cannot wait for long.
   * @throws HolonError `warehouse-unavailable` after five seconds
   */
  soon(): Promise<void>
  /** Says that something new is in the log: it will be seen within a fraction of a second. */
  nudge(): void
  /** What is wrong, in words: it failed, until it goes right again, or it is far behind. */
  problem(): string | undefined
  stop(): Promise<void>
}

/** Projects the log into the warehouse, one run at a time; or lets the warehouse do so where it can. */
export function projector(log: DecisionLog, warehouse: Warehouse, clock: Clock): Projector {
  const stopping = new AbortController()
  const place = { position: 0, last: 0 }
  let running: Promise<void> = Promise.resolve()
  let waiting: Promise<void> | undefined
  let cancel: (() => void) | undefined
  let failure: string | undefined

  const told: CatchUpProgress = (position, last) => Object.assign(place, { position, last })

  async function run(progress: CatchUpProgress): Promise<void> {
    waiting = undefined
    try {
      if (warehouse.catchUp === undefined) await projectLog(log, warehouse, progress, stopping.signal)
      else await warehouse.catchUp(progress, stopping.signal)
      failure = undefined
    } catch (error) {
      failure = `The warehouse is behind: ${error instanceof Error ? error.message : String(error)}`
      throw error
    }
  }

  /** Whoever asks while a run is waiting for its turn is served by that one. */
  function next(progress: CatchUpProgress): Promise<void> {
    if (waiting !== undefined) return waiting
    waiting = running.then(() => run(progress))
    running = waiting.catch(() => undefined)
    return waiting
  }

  function catchUp(progress: (done: number, of: number) => void = () => undefined): Promise<void> {
    let start: number | undefined
    return next((position, last) => {
      start ??= place.position
      told(position, last)
      progress(position - start, last - start)
    })
  }

  return {
    catchUp,
    soon: () => inTime(catchUp(), clock, () => behind(place)),
    nudge: () => {
      if (cancel !== undefined || stopping.signal.aborted) return
      cancel = clock.after(delay, () => {
        cancel = undefined
        next(told).catch(() => undefined)
      })
    },
    problem: () =>
      failure ?? (place.last - place.position < far ? undefined : `${catchingUp} ${inNumbers(place)}`),
    stop: async () => {
      stopping.abort()
      cancel?.()
      await running
    },
  }
}
