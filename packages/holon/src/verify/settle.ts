import { systemClock } from '../memory/clock.ts'
import type { StoryClock } from './clock.ts'

/** As many turns of the queue of promises as the longest chain in the runtime takes, and some more. */
const turns = 200

/** What waits for the platform (a hash, for example) gets so many chances before time passes for it. */
const patience = 500

/** Who has not answered after a day never will; milliseconds. */
const longest = 86_400_000

/** What became of work: its value, or that it never ended. */
export type Settled<T> = { readonly done: true; readonly value: T } | { readonly done: false }

/** Time that passes while something is waited for. */
export interface Passing {
  readonly clock: StoryClock
  /** Whether only time will tell. */
  isAwaited(): boolean
  /** Moves the time on by milliseconds, and the world with it. */
  pass(ms: number): Promise<void>
}

/**
 * Waits for work in virtual time: lets everything happen that can happen now, and moves on to the next timer only where
 * that is what is waited for, so that how fast the machine is changes nothing.
 *
 * @throws whatever the work throws
 */
export async function settle<T>(work: Promise<T>, { clock, isAwaited, pass }: Passing): Promise<Settled<T>> {
  let settled: Settled<T> = { done: false }
  let failure: { readonly error: unknown } | undefined
  work.then(
    (value) => {
      settled = { done: true, value }
    },
    (error: unknown) => {
      failure = { error }
    },
  )
  const over = () => settled.done || failure !== undefined
  const since = clock.monotonic()
  for (let idle = 0; !over(); ) {
    for (let turn = 0; turn < turns && !over(); turn++) await null
    if (over()) break
    const due = clock.monotonic() - since < longest ? clock.next() : undefined
    if (due !== undefined && (isAwaited() || idle >= patience)) await pass(due)
    else if (idle++ >= patience) break
    else await new Promise<void>((resolve) => systemClock().after(0, resolve))
  }
  if (failure !== undefined) throw failure.error
  return settled
}
