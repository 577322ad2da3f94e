import type { Clock } from '../spec/ports.ts'

/** Milliseconds before work that failed is tried again: doubled each time, up to the longest. */
const wait = { first: 250, longest: 60_000 }

/** Work to be done at a time, one piece for each key. */
export interface Due {
  readonly key: string
  /** What it is, in words, for people who read that it fails. */
  readonly what: string
  work(): Promise<void>
}

/** Does work when it is due; what fails is tried again after growing waits. */
export class Dues {
  readonly #clock: Clock
  readonly #armed = new Map<string, () => void>()
  readonly #failures = new Map<string, { readonly times: number; readonly problem: string }>()
  readonly #running = new Set<Promise<void>>()
  #stopped = false

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Arranges for work after some milliseconds instead of what was due under its key; at once if there are none. */
  set(due: Due, milliseconds: number): void {
    if (milliseconds <= 0) void this.run(due)
    else this.#arm(due, milliseconds)
  }

  /** Does the work now. Resolves when it was tried: never rejects. */
  run(due: Due): Promise<void> {
    this.#disarm(due.key)
    if (this.#stopped) return Promise.resolve()
    const trying = this.#try(due).finally(() => this.#running.delete(trying))
    this.#running.add(trying)
    return trying
  }

  /** Nothing is due under the key any more. */
  drop(key: string): void {
    this.#disarm(key)
    this.#failures.delete(key)
  }

  /** What could not be done yet, in words. */
  problems(): readonly string[] {
    return [...this.#failures.values()].map(({ problem }) => problem)
  }

  /** Disarms everything, and waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true
    for (const key of [...this.#armed.keys()]) this.#disarm(key)
    await Promise.all(this.#running)
  }

  async #try(due: Due): Promise<void> {
    const { key, what } = due
    try {
      await due.work()
      this.#failures.delete(key)
    } catch (error) {
      const times = (this.#failures.get(key)?.times ?? 0) + 1
      const because = error instanceof Error ? error.message : String(error)
      this.#failures.set(key, { times, problem: `${what} could not be done yet: ${because}` })
      this.#arm(due, Math.min(wait.longest, wait.first * 2 ** (times - 1)))
    }
  }

  #arm(due: Due, milliseconds: number): void {
    this.#disarm(due.key)
    if (this.#stopped) return
    this.#armed.set(
      due.key,
      this.#clock.after(milliseconds, () => void this.run(due)),
    )
  }

  #disarm(key: string): void {
    this.#armed.get(key)?.()
    this.#armed.delete(key)
  }
}
