import type { Decided } from '../wire/entries.ts'

const most = 400
const calm = 200

/** The latest decisions of a system, newest first: a page to begin with, then whatever the stream tells. */
export class Recent {
  readonly #watchers = new Set<() => void>()
  #waiting: Decided[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  #decisions: readonly Decided[] | undefined

  /** Undefined until the first page is there. A new array after every change. */
  get decisions(): readonly Decided[] | undefined {
    return this.#decisions
  }

  /** The first page, newest first; again after the connection was lost. */
  begin(page: readonly Decided[]): void {
    this.#decisions = merge([...this.#waiting, ...page], this.#decisions ?? [])
    this.#waiting = []
    this.#tell()
  }

  /** A decision from the stream. Watchers hear of it within a fifth of a second, together with its neighbours. */
  add(decision: Decided): void {
    this.#waiting.unshift(decision)
    this.#timer ??= setTimeout(() => this.#take(), calm)
  }

  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  #take(): void {
    this.#timer = undefined
    if (this.#decisions === undefined || this.#waiting.length === 0) return
    this.#decisions = merge(this.#waiting, this.#decisions)
    this.#waiting = []
    this.#tell()
  }

  #tell(): void {
    for (const watcher of this.#watchers) watcher()
  }
}

function merge(newer: readonly Decided[], older: readonly Decided[]): readonly Decided[] {
  const byId = new Map<string, Decided>()
  for (const decision of [...newer, ...older]) if (!byId.has(decision.id)) byId.set(decision.id, decision)
  return [...byId.values()].sort((a, b) => b.at - a.at).slice(0, most)
}
