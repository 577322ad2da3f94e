import type { Appending, DecisionLog, Receipt, Stored } from '../spec/ports.ts'
import type { BackEntry, DecisionEntry, Entry } from '../spec/record.ts'
import { LineHash } from './line-hash.ts'

/** What is true comes into the warehouse under the name of what would be heard, behind this. */
export const truthPrefix = 'truth: '

/** At least so many of the other decisions can be found, and at most twice as many. */
const keeps = 2_000

/** What is known of a decision and of what came back for it. */
interface Found {
  readonly decision: DecisionEntry
  readonly position: number
  readonly back: Stored[]
}

/** How a log is kept. */
export interface WorldLogInit {
  /** Decision points whose decisions are looked up later: they can be found for so many milliseconds. */
  readonly lookedUp: ReadonlySet<string>
  readonly keepsFor: number
  /** Whether everything can be read again, not only what is not projected yet. */
  readonly keepsAll: boolean
  /** Told every entry, and its line. */
  readonly onEntry: (entry: Entry, line: string) => void
}

/**
 * The log of a simulated world. It hashes every line, keeps what is not projected yet, and forgets the rest, so that a
 * million decisions take no more memory than a thousand. What is true is mixed in for the warehouse only: the product
 * never finds it, and it is not part of the hash.
 */
export class WorldLog implements DecisionLog {
  readonly #init: WorldLogInit
  readonly #once = new Map<string, Stored>()
  readonly #trueNames = new Map<string, string>()
  /** By id, oldest first. */
  readonly #lookedUp = new Map<string, Found>()
  /** The latest of the others, and those before them: dropped together, as a map that loses its first key each time is slow. */
  #latest = new Map<string, Found>()
  #earlier = new Map<string, Found>()
  /** In order of position, without gaps. */
  #kept: Stored[] = []
  #last = 0
  #projected = 0
  #entries = 0
  readonly #lines = new LineHash()

  constructor(init: WorldLogInit) {
    this.#init = init
  }

  /** Entries the product wrote. */
  get entries(): number {
    return this.#entries
  }

  /** Entries that are kept for the warehouse. */
  get pending(): number {
    return this.#last - this.#projected
  }

  /** What is true about a decision. */
  tell(entry: BackEntry): void {
    this.#kept.push({ position: ++this.#last, entry: { ...entry, name: this.#trueNameOf(entry.name) } })
  }

  /** The warehouse has everything up to a position. */
  projected(position: number): void {
    this.#projected = position
    if (!this.#init.keepsAll) this.#kept.splice(0, this.#placeAfter(position))
  }

  /** SHA-256 over all lines so far: of every chunk of 4,096 lines together with the hash before it. */
  hash(): Promise<string> {
    return this.#lines.value()
  }

  /** Hashes the chunks that are full. Not while something is appended: that would take a time that differs from run to run. */
  digest(): Promise<void> {
    return this.#lines.digest()
  }

  async append(entries: readonly Appending[]): Promise<readonly Receipt[]> {
    return entries.map((appending) => this.#store(appending))
  }

  async read(after: number, limit: number): Promise<readonly Stored[]> {
    const first = this.#placeAfter(after)
    return this.#kept.slice(first, first + limit)
  }

  async find(id: string): Promise<Found | undefined> {
    return this.#found(id)
  }

  async latest(system: string, limit: number, before = Number.POSITIVE_INFINITY): Promise<readonly Stored[]> {
    return [...this.#lookedUp.values(), ...this.#earlier.values(), ...this.#latest.values()]
      .filter(({ position, decision }) => position < before && decision.system === system)
      .sort((a, b) => b.position - a.position)
      .slice(0, limit)
      .map(({ position, decision }) => ({ position, entry: decision }))
  }

  async size(): Promise<{ entries: number; last: number; bytes: number }> {
    return { entries: this.#entries, last: this.#last, bytes: 0 }
  }

  async close(): Promise<void> {
    this.#kept = []
  }

  /** The same text each time: a new one for every entry would take memory, and time whenever names are compared. */
  #trueNameOf(name: string): string {
    const trueName = this.#trueNames.get(name) ?? truthPrefix + name
    this.#trueNames.set(name, trueName)
    return trueName
  }

  #placeAfter(position: number): number {
    const [first] = this.#kept
    return first === undefined ? 0 : Math.max(0, position + 1 - first.position)
  }

  #store({ entry, once }: Appending): Receipt {
    const earlier = once === undefined ? undefined : this.#once.get(once)
    if (earlier !== undefined) return { ...earlier, fresh: false }
    const stored = { position: ++this.#last, entry }
    if (once !== undefined) this.#once.set(once, stored)
    this.#entries++
    this.#kept.push(stored)
    const line = `${JSON.stringify(entry)}\n`
    this.#lines.add(line)
    this.#init.onEntry(entry, line)
    this.#remember(stored)
    return { ...stored, fresh: true }
  }

  #found(id: string): Found | undefined {
    return this.#lookedUp.get(id) ?? this.#latest.get(id) ?? this.#earlier.get(id)
  }

  #remember(stored: Stored): void {
    const { position, entry } = stored
    if (entry.kind === 'decision') this.#keep({ decision: entry, position, back: [] })
    else if (entry.kind !== 'event') this.#found(entry.decision)?.back.push(stored)
  }

  #keep(found: Found): void {
    const { id, decision, at } = found.decision
    const { lookedUp, keepsFor } = this.#init
    if (!lookedUp.has(decision)) {
      if (this.#latest.size === keeps) {
        this.#earlier = this.#latest
        this.#latest = new Map()
      }
      this.#latest.set(id, found)
      return
    }
    this.#lookedUp.set(id, found)
    for (const [oldest, { decision: old }] of this.#lookedUp) {
      if (old.at >= at - keepsFor) break
      this.#lookedUp.delete(oldest)
    }
  }
}
