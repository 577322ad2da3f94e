import type { Thread } from '@holon/sqlite'

/** Characters of entries between two copies: few enough to take milliseconds, enough to write no page twice. */
const enough = 4_000_000

/**
 * Has the write-ahead log copied into the file beside the appends, by a thread of its own: done by the writer, as SQLite
 * does by itself, it would hold up one append in a hundred and a fifth of the throughput.
 */
export class Checkpoints {
  readonly #thread: Thread
  #written = 0
  #isUnderWay = false

  constructor(thread: Thread) {
    this.#thread = thread
  }

  /** Tells that entries of this many characters were committed. */
  wrote(characters: number): void {
    this.#written += characters
    if (this.#written < enough || this.#isUnderWay) return
    this.#written = 0
    this.#isUnderWay = true
    const done = () => {
      this.#isUnderWay = false
    }
    // What could not be copied stays in the write-ahead log, and is copied later, at the latest by the writer.
    this.#thread.ask('checkpoint').then(done, done)
  }
}
