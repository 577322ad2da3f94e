import { ClientError, isPassing } from './error.ts'
import type { Call, Send } from './request.ts'
import type { Shelf } from './shelf.ts'

/** Something on its way back to the server. What is about one decision arrives in order. */
export interface Item extends Call {
  readonly about: string
}

interface Waiting extends Item {
  readonly name: string
  readonly kept: boolean
  busy: boolean
  /** Tells what became of it: whether it arrived. Absent for what another page left here. */
  readonly done?: (arrived: boolean) => void
}

const together = 8
const sendTimeout = 10_000
const firstWait = 500
const longestWait = 60_000
const accepted = 202

/**
 * What is to be sent back: kept until the server has it, sent again after growing, random waits while it cannot be
 * reached, dropped only when the server refuses it for good or too much waits. Each item carries its own idempotency
 * key, so sending twice never counts twice.
 */
export class Queue {
  readonly #send: Send
  readonly #shelf: Shelf
  readonly #most: number
  readonly #onProblem: (problem: ClientError) => void
  #items: Waiting[]
  #count = 0
  #failures = 0
  #paused = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #closed = false
  #flushing: ((left: number) => void)[] = []

  constructor(send: Send, shelf: Shelf, most: number, onProblem: (problem: ClientError) => void) {
    this.#send = send
    this.#shelf = shelf
    this.#most = most
    this.#onProblem = onProblem
    this.#items = shelf.all().flatMap(([name, text]) => this.#restored(name, text))
    this.#pump()
  }

  /** Resolves when it has arrived, true, or was dropped, false. */
  add(item: Item): Promise<boolean> {
    const name = [Date.now().toString(36), (this.#count++).toString(36).padStart(5, '0'), randomText()].join(
      '-',
    )
    const kept = this.#shelf.put(name, JSON.stringify(item))
    const delivered = new Promise<boolean>((done) =>
      this.#items.push({ ...item, name, kept, busy: false, done }),
    )
    const oldest = this.#items.length > this.#most && this.#items.find((one) => !one.busy)
    if (oldest) this.#drop(oldest, tooMany)
    this.#pump()
    return delivered
  }

  /** Sends all that waits, now. Resolves with the number that still waits after that. */
  flush(): Promise<number> {
    const done = new Promise<number>((resolve) => this.#flushing.push(resolve))
    this.#resume()
    return done
  }

  /** Sends all that waits at the same time, because the page may be gone the next moment. */
  leave(): void {
    const before = new Set<string>()
    for (const item of this.#items) {
      // Calls sent at the same time arrive in any order; what takes something back must come after it.
      if (!item.busy && !(item.method === 'DELETE' && before.has(item.about))) this.#start(item)
      before.add(item.about)
    }
  }

  /** Sends once more what waits, and again only when asked to. */
  close(): Promise<number> {
    this.#closed = true
    return this.flush()
  }

  #resume(): void {
    clearTimeout(this.#timer)
    this.#paused = false
    this.#pump()
  }

  /** Starts what may be under way: not too much at a time, and one thing about one decision. */
  #pump(): void {
    const busy = this.#items.filter((item) => item.busy)
    const about = new Set(busy.map((item) => item.about))
    let free = this.#paused ? 0 : together - busy.length
    for (const item of this.#items) {
      if (free < 1) break
      if (about.has(item.about)) continue
      about.add(item.about)
      free--
      this.#start(item)
    }
    if (about.size > 0) return
    for (const resolve of this.#flushing.splice(0)) resolve(this.#items.length)
  }

  async #start(item: Waiting): Promise<void> {
    item.busy = true
    try {
      // What is no longer kept was sent by another page in the meantime.
      await ((!item.kept || this.#shelf.has(item.name)) && this.#send(item, accepted, sendTimeout))
      this.#failures = 0
      this.#remove(item, true)
    } catch (error) {
      const problem = error as ClientError
      if (isPassing(problem)) this.#postpone(item, problem.wait)
      else this.#drop(item, problem)
    }
    item.busy = false
    this.#pump()
  }

  /** Waits before anything is sent again; then what failed, and what must follow it, comes last. */
  #postpone({ about }: Waiting, wait: number): void {
    this.#items = [
      ...this.#items.filter((item) => item.about !== about),
      ...this.#items.filter((item) => item.about === about),
    ]
    const growing = Math.min(longestWait, firstWait * 2 ** this.#failures++)
    this.#paused = true
    clearTimeout(this.#timer)
    if (!this.#closed) {
      this.#timer = setTimeout(
        () => this.#resume(),
        Math.min(wait, 10 * longestWait) + Math.random() * growing,
      )
    }
  }

  #restored(name: string, text: string): readonly Waiting[] {
    try {
      return [{ ...JSON.parse(text), name, kept: true, busy: false }]
    } catch {
      this.#shelf.remove(name)
      return []
    }
  }

  #drop(item: Waiting, problem: ClientError): void {
    this.#remove(item, false)
    this.#onProblem(problem)
  }

  #remove(item: Waiting, arrived: boolean): void {
    this.#items = this.#items.filter((one) => one !== item)
    this.#shelf.remove(item.name)
    item.done?.(arrived)
  }
}

/** Text that is like no other. */
export function randomText(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('')
}

const tooMany = new ClientError(
  'queue-full',
  'Too much waits to be sent back: the oldest was dropped.',
  'Check that the server can be reached, or allow more to wait.',
)
