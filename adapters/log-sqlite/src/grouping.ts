import type { Appending, Entry, Receipt } from 'holon'
import type { Committed, Group } from './group.ts'
import { RowWriter } from './row.ts'
import { entryOf, textOf } from './text.ts'

/** Commits a group; rejects when nothing of it is stored. */
export type Commit = (group: Group) => Promise<Committed>

interface Call {
  readonly entries: readonly Appending[]
  readonly texts: readonly string[]
  resolve(receipts: readonly Receipt[]): void
  reject(error: unknown): void
}

/** One is being committed while the next is made ready, so that disk and event loop do not wait for each other. */
const mostUnderWay = 2

/** A group stops growing here, which keeps the time to hand it over short. */
const mostEntries = 4000

/** For how long groups are sent in one turn of the event loop, in milliseconds. */
const longestTurn = 3

/** From here on, entries that wait while nothing is under way go as two groups instead of one. */
const worthHalving = 200

/**
 * Group commit: calls that wait at the same moment are committed together, each of them whole. The longer a commit takes
 * the more calls join the next, so throughput grows with load.
 */
export class Grouping {
  readonly #commit: Commit
  #waiting: Call[] = []
  #underWay = 0
  #isScheduled = false
  #turnStart = Infinity
  #idle: (() => void)[] = []

  constructor(commit: Commit) {
    this.#commit = commit
  }

  /** Takes the entries as they are now: later changes of the objects change nothing. */
  append(entries: readonly Appending[]): Promise<readonly Receipt[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ entries, texts: entries.map(({ entry }) => textOf(entry)), resolve, reject })
      this.#schedule()
    })
  }

  /** Resolves when every call made so far is settled. */
  settled(): Promise<void> {
    if (this.#waiting.length === 0 && this.#underWay === 0) return Promise.resolve()
    return new Promise((resolve) => this.#idle.push(resolve))
  }

  /**
   * As soon as the calls at hand have joined the group. But answers that come in while their callers are served are served
   * in the same turn of the event loop, and theirs, and so on: once that has gone on for long, the rest of the program is
   * let in first.
   */
  #schedule(): void {
    if (this.#isScheduled || this.#underWay >= mostUnderWay) return
    this.#isScheduled = true
    const send = () => {
      this.#isScheduled = false
      void this.#send()
    }
    if (performance.now() - this.#turnStart < longestTurn) process.nextTick(send)
    else setImmediate(send)
  }

  /** Notes when a turn of the event loop sends its first group. */
  #noteTurn(): void {
    if (this.#turnStart !== Infinity) return
    this.#turnStart = performance.now()
    setImmediate(() => {
      this.#turnStart = Infinity
    })
  }

  async #send(): Promise<void> {
    const calls = this.#take()
    this.#underWay++
    this.#noteTurn()
    if (this.#waiting.length > 0) this.#schedule()
    try {
      const committed = await this.#commit(together(calls))
      answer(calls, committed)
    } catch (error) {
      for (const call of calls) call.reject(error)
    }
    this.#underWay--
    if (this.#waiting.length > 0) this.#schedule()
    else if (this.#underWay === 0) for (const resolve of this.#idle.splice(0)) resolve()
  }

  /**
   * Callers that are answered together come back together: in one group they would leave the disk idle while they make
   * their next entries. As two groups they take turns with it.
   */
  #take(): readonly Call[] {
    const waiting = this.#waiting.reduce((sum, { texts }) => sum + texts.length, 0)
    const most = this.#underWay === 0 && waiting >= worthHalving ? waiting / 2 : mostEntries
    let entries = 0
    let end = 0
    while (end < this.#waiting.length && entries < Math.min(most, mostEntries))
      entries += this.#waiting[end++]?.texts.length ?? 0
    return this.#waiting.splice(0, end)
  }
}

/** Plain loops here and in `answer`: both run for every entry, on the thread that serves people. */
function together(calls: readonly Call[]): Group {
  const rows = new RowWriter()
  const about: (string | null)[] = []
  const tokens: { index: number; token: string }[] = []
  for (const { entries, texts } of calls)
    for (let i = 0; i < texts.length; i++) {
      const { entry, once } = entries[i] as Appending
      if (once !== undefined) tokens.push({ index: about.length, token: once })
      rows.add(texts[i] as string, entry.kind === 'decision' ? entry.system : undefined)
      about.push(decisionOf(entry))
    }
  return { rows: rows.rows(), about: JSON.stringify(about), once: tokens }
}

function decisionOf(entry: Entry): string | null {
  if (entry.kind === 'decision') return entry.id
  return entry.kind === 'event' ? null : entry.decision
}

function answer(calls: readonly Call[], { first, known }: Committed): void {
  const earlier = new Map(known.map((found) => [found.index, found]))
  let index = 0
  let position = first
  for (const { entries, resolve, reject } of calls) {
    const receipts: Receipt[] = []
    let damage: unknown
    for (const { entry } of entries) {
      const found = earlier.get(index++)
      if (found === undefined) receipts.push({ position: position++, entry, fresh: true })
      else
        try {
          receipts.push({
            position: found.position,
            entry: entryOf(found.entry, found.position),
            fresh: false,
          })
        } catch (error) {
          damage = error
        }
    }
    if (damage === undefined) resolve(receipts)
    else reject(damage)
  }
}
