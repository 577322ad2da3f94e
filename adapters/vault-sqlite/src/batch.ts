interface Waiting<Item, Result> {
  readonly item: Item
  resolve(result: Result): void
  reject(error: unknown): void
}

/** Asks for many things at once: those that come up while an answer is under way go together in the next question. */
export class Batch<Item, Result> {
  readonly #askAll: (items: readonly Item[]) => Promise<readonly Result[]>
  #waiting: Waiting<Item, Result>[] = []
  #underWay = 0
  #isScheduled = false

  /** `askAll` answers one result an item, in order. */
  constructor(askAll: (items: readonly Item[]) => Promise<readonly Result[]>) {
    this.#askAll = askAll
  }

  ask(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject })
      this.#schedule()
    })
  }

  /** Asks now for what is waiting, so that it comes before whatever is asked next. */
  flush(): void {
    if (this.#waiting.length > 0) void this.#send()
  }

  /** After this turn of the loop, so that all its calls join the question. */
  #schedule(): void {
    if (this.#isScheduled || this.#underWay > 0) return
    this.#isScheduled = true
    process.nextTick(() => {
      this.#isScheduled = false
      this.flush()
    })
  }

  async #send(): Promise<void> {
    const asked = this.#waiting.splice(0)
    this.#underWay++
    try {
      const results = await this.#askAll(asked.map(({ item }) => item))
      for (const [i, { resolve }] of asked.entries()) resolve(results[i] as Result)
    } catch (error) {
      for (const { reject } of asked) reject(error)
    }
    this.#underWay--
    if (this.#waiting.length > 0) this.#schedule()
  }
}
