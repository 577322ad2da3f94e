import type { Alert, EventEntry } from 'holon'

const most = 50

/** Notable events and alerts since the page was opened, newest first. */
export class Happenings {
  readonly #watchers = new Set<() => void>()
  #list: readonly (Alert | EventEntry)[] = []

  /** A new array after every change. */
  get list(): readonly (Alert | EventEntry)[] {
    return this.#list
  }

  add(happening: Alert | EventEntry): void {
    this.#list = [happening, ...this.#list].slice(0, most)
    for (const watcher of this.#watchers) watcher()
  }

  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }
}
