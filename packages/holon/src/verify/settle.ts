import { systemClock } from '../memory/clock.ts'
import type { StoryClock } from './clock.ts'

/** As many turns of the queue of promises as the longest chain in the runtime takes, and some more. */
const turns = 200

/** What waits for something outside the process (a hash of the platform, for example) gets so many chances. */
const patience = 50

/** What became of work: its value, or that it never ended. */
export type Settled<T> = { readonly done: true; readonly value: T } | { readonly done: false }

/**
 * Waits for work in virtual time: lets everything happen that can happen now, and moves on to the next timer only when
 * nothing can. `pass` moves the time on by milliseconds, and the world with it.
 */
export async function settle<T>(
  work: Promise<T>,
  clock: StoryClock,
  pass: (ms: number) => Promise<void>,
): Promise<Settled<T>> {
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
  for (let idle = 0; !over() && idle < patience; ) {
    for (let turn = 0; turn < turns && !over(); turn++) await null
    if (over()) break
    const due = clock.next()
    if (due !== undefined && clock.monotonic() - since < longest) await pass(due)
    else {
      idle++
      await new Promise<void>((resolve) => systemClock().after(0, resolve))
    }
  }
  if (failure !== undefined) throw failure.error
  return settled
}

/** Who has not answered after a day never will; milliseconds. */
const longest = 86_400_000

/** Lets everything happen that can happen now. */
export async function rest(): Promise<void> {
  for (let turn = 0; turn < 40; turn++) await null
}
