import type { Clock, DecisionLog, Warehouse } from '../spec/ports.ts'

const batch = 10_000
const delay = 200

/** Keeps the warehouse up with the log. */
export interface Projector {
  /** Resolves when the warehouse shows everything that was durable at the call. */
  catchUp(progress?: (done: number, of: number) => void): Promise<void>
  /** Says that something new is in the log: it will be seen within a fraction of a second. */
  nudge(): void
  /** What went wrong last, until it goes right again. */
  problem(): string | undefined
  stop(): Promise<void>
}

/** Projects the log into the warehouse, in batches, one at a time. */
export function projector(log: DecisionLog, warehouse: Warehouse, clock: Clock): Projector {
  let running: Promise<void> = Promise.resolve()
  let cancel: (() => void) | undefined
  let problem: string | undefined
  let stopped = false

  const project = async (progress?: (done: number, of: number) => void): Promise<void> => {
    const { last } = await log.size()
    let position = await warehouse.position()
    const start = position
    while (position < last && !stopped) {
      const entries = await log.read(position, batch)
      const end = entries.at(-1)
      if (end === undefined) return
      await warehouse.project(entries)
      position = end.position
      progress?.(position - start, last - start)
    }
  }

  const catchUp: Projector['catchUp'] = (progress) => {
    running = running.catch(() => undefined).then(() => project(progress))
    return running
  }

  return {
    catchUp,
    nudge: () => {
      if (cancel !== undefined || stopped) return
      cancel = clock.after(delay, () => {
        cancel = undefined
        catchUp().then(
          () => {
            problem = undefined
          },
          (error: unknown) => {
            problem = `The warehouse is behind: ${error instanceof Error ? error.message : String(error)}`
          },
        )
      })
    },
    problem: () => problem,
    stop: async () => {
      stopped = true
      cancel?.()
      await running.catch(() => undefined)
    },
  }
}
