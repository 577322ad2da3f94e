import type { StreamEvent } from 'holon'
import type { StreamListener } from '../wire/event-stream.ts'
import { backOff } from './back-off.ts'

/** How the connection to the stream of events stands. `retryAt` in milliseconds since 1970. */
export type Connection =
  | { readonly state: 'connecting' | 'open' }
  | { readonly state: 'away'; readonly retryAt: number }

/** Begins to follow a stream; the returned function ends it. */
export type Follow = (listener: StreamListener) => () => void

const types: readonly string[] = ['decision', 'feedback', 'event', 'alert'] satisfies StreamEvent['type'][]

/**
 * The live events of one system. Connects again by itself, ever more patiently. What happened while it was away is
 * lost to it: who watches the connection asks for the whole again once it is open.
 */
export class Feed {
  readonly #follow: Follow
  readonly #listeners = new Set<(event: StreamEvent) => void>()
  readonly #watchers = new Set<() => void>()
  #leave: (() => void) | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  #connection: Connection = { state: 'connecting' }

  constructor(follow: Follow) {
    this.#follow = follow
  }

  get connection(): Connection {
    return this.#connection
  }

  /** Calls back for every event until the returned function is called. */
  listen(listener: (event: StreamEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Calls back whenever `connection` changed, until the returned function is called. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  /** Connects now, also when a retry is still to come. */
  open(): void {
    this.close()
    this.#leave = this.#follow({
      opened: () => {
        this.#failures = 0
        this.#become({ state: 'open' })
      },
      message: (type, data) => this.#take(type, data),
      lost: () => this.#retryLater(),
    })
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#leave?.()
    this.#leave = undefined
  }

  /** A reader that was too slow is told that it missed something: as after a break, the whole has to be asked for. */
  #take(type: string, data: string): void {
    if (type === 'dropped') {
      this.#become({ state: 'away', retryAt: Date.now() })
      this.#become({ state: 'open' })
    } else if (types.includes(type)) {
      this.#tell({ type, data: JSON.parse(data) } as StreamEvent)
    }
  }

  #retryLater(): void {
    this.close()
    this.#failures += 1
    const wait = backOff(this.#failures, Math.random())
    this.#timer = setTimeout(() => this.open(), wait)
    this.#become({ state: 'away', retryAt: Date.now() + wait })
  }

  #become(connection: Connection): void {
    this.#connection = connection
    for (const watcher of this.#watchers) watcher()
  }

  #tell(event: StreamEvent): void {
    for (const listener of this.#listeners) listener(event)
  }
}
