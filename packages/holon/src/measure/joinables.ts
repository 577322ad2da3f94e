import type { Stored } from '../spec/ports.ts'
import type { BackEntry, DecisionEntry } from '../spec/record.ts'

/** A decision and all that came back for it, in the order of the log. */
export interface Joinable {
  /** Place of the decision in the log. */
  readonly position: number
  readonly decision: DecisionEntry
  readonly back: readonly BackEntry[]
}

/** The decisions of a log by their decision point, so that a measure of one need not look through the whole log again. */
export class Joinables {
  readonly #points = new Map<string, Joinable[]>()
  /** By the id of the decision, which may come later. */
  readonly #back = new Map<string, BackEntry[]>()
  #size = 0

  /** Those of a log, in whatever order its entries are given. */
  static of(entries: readonly Stored[]): Joinables {
    const joinables = new Joinables()
    for (const stored of inOrder(entries)) joinables.add(stored)
    return joinables
  }

  /** Entries so far. */
  get size(): number {
    return this.#size
  }

  /** Adds the next entry of the log. */
  add({ position, entry }: Stored): void {
    this.#size++
    if (entry.kind === 'event') return
    if (entry.kind !== 'decision') {
      this.#backFor(entry.decision).push(entry)
      return
    }
    const decisions = this.#points.get(entry.decision) ?? []
    this.#points.set(entry.decision, decisions)
    decisions.push({ position, decision: entry, back: this.#backFor(entry.id) })
  }

  /** The decisions of a decision point, of whatever system; of all of them without one. */
  at(decision?: string): readonly Joinable[] {
    return decision === undefined ? [...this.#points.values()].flat() : (this.#points.get(decision) ?? [])
  }

  #backFor(id: string): BackEntry[] {
    const back = this.#back.get(id) ?? []
    this.#back.set(id, back)
    return back
  }
}

/** Entries nearly always come in order already, and there may be a million. */
function inOrder(entries: readonly Stored[]): readonly Stored[] {
  const isInOrder = entries.every(({ position }, place) => position >= (entries[place - 1]?.position ?? 0))
  return isInOrder ? entries : entries.toSorted((a, b) => a.position - b.position)
}
