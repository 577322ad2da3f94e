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
  /** Begins; tells how many entries are done, and were to be done, unless there were none. */
  start(progress?: (done: number, of: number) => void): void
  /**
   * Resolves when the warehouse shows everything that was durable at the call.
   *
   * @throws HolonError `warehouse-unavailable` when that takes more than five seconds
   */
  fresh(): Promise<void>
  /** Says that something new is in the log: it will be seen within a fraction of a second. */
  nudge(): void
  /** What is wrong, in words: it failed, until it goes right again, or it is far behind. */
  problem(): string | undefined
  stop(): Promise<void>
}

/** Projects the log into the warehouse, one run at a time; or lets the warehouse do so where it can. */
export function projector(log: DecisionLog, warehouse: Warehouse, clock: Clock): Projector {
  const stopping = new AbortController()
  let place: Place = { position: 0, last: 0 }
  let running: Promise<void> = Promise.resolve()
  let waiting: Promise<void> | undefined
  let cancel: (() => void) | undefined
  let failure: string | undefined

  async function run(tell: CatchUpProgress): Promise<void> {
    waiting = undefined
    if (stopping.signal.aborted) return
    const progress: CatchUpProgress = (position, last) => {
      place = { position, last }
      tell(position, last)
    }
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
  function next(tell: CatchUpProgress = () => undefined): Promise<void> {
    if (waiting !== undefined) return waiting
    waiting = running.then(() => run(tell))
    running = waiting.catch(() => undefined)
    return waiting
  }

  return {
    start: (progress = () => undefined) => {
      let from: number | undefined
      next((position, last) => {
        from ??= position
        if (last > from) progress(position - from, last - from)
      }).catch(() => undefined)
    },
    fresh: () => inTime(next(), clock, () => behind(place)),
    nudge: () => {
      if (cancel !== undefined || stopping.signal.aborted) return
      cancel = clock.after(delay, () => {
        cancel = undefined
        next().catch(() => undefined)
      })
    },
    problem: () => failure ?? (place.last - place.position < far ? undefined : catchingUp(place)),
    stop: async () => {
      stopping.abort()
      cancel?.()
      await running
    },
  }
}

interface Place {
  readonly position: number
  readonly last: number
}

const inWords = (count: number): string => count.toLocaleString('en')

const catchingUp = ({ position, last }: Place): string =>
  `The warehouse is catching up with the log: ${inWords(position)} of ${inWords(last)} entries.`

const behind = (place: Place): HolonError =>
  new HolonError('warehouse-unavailable', catchingUp(place), 'Ask again in a moment.')

/** What the work answers if it does in time; it goes on anyway. */
function inTime(work: Promise<void>, clock: Clock, late: () => HolonError): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(patience, () => reject(late()))
    work.finally(cancel).then(resolve, reject)
  })
}
