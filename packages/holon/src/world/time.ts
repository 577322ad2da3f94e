import TinyQueue from 'tinyqueue'
import { rest } from '../memory/rest.ts'
import type { Clock } from '../spec/ports.ts'

/** Something that is to happen. */
interface Due {
  readonly at: number
  /** Things due at one time happen in the order in which they were arranged. */
  readonly order: number
  readonly happen: () => void | Promise<void>
  cancelled: boolean
}

/** The time of a world: it stands still until the next thing that is due, and jumps there. Also the clock of the product. */
export class WorldTime implements Clock {
  readonly start: number
  #now: number
  #order = 0
  readonly #due = new TinyQueue<Due>([], (a, b) => a.at - b.at || a.order - b.order)

  /** @param start milliseconds since 1970 */
  constructor(start: number) {
    this.start = start
    this.#now = start
  }

  now = (): number => Math.floor(this.#now)

  monotonic = (): number => this.#now - this.start

  /** A timer of the product; whatever it sets going comes to rest before anything else happens. */
  after = (ms: number, call: () => void): (() => void) =>
    this.later(ms, () => {
      call()
      return rest()
    })

  /** Lets something happen after so many milliseconds. The returned function takes it back. */
  later(ms: number, happen: () => void | Promise<void>): () => void {
    return this.arrange(this.#now + Math.max(0, ms), happen)
  }

  /** Lets something happen at a time; a time that has passed is now. The returned function takes it back. */
  arrange(at: number, happen: () => void | Promise<void>): () => void {
    const due: Due = { at: Math.max(at, this.#now), order: this.#order++, happen, cancelled: false }
    this.#due.push(due)
    return () => {
      due.cancelled = true
    }
  }

  /** When the next thing is due; undefined when nothing is. */
  next(): number | undefined {
    for (let first = this.#due.peek(); first !== undefined; first = this.#due.peek()) {
      if (!first.cancelled) return first.at
      this.#due.pop()
    }
    return undefined
  }

  /** Jumps to the next thing that is due, and lets it happen. */
  async pass(): Promise<void> {
    if (this.next() === undefined) return
    const { at, happen } = this.#due.pop() as Due
    this.#now = at
    await happen()
  }

  /** Jumps to a time at which nothing is due before. */
  jump(to: number): void {
    this.#now = Math.max(this.#now, to)
  }
}
