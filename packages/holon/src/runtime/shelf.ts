import type { JsonObject } from '../spec/json.ts'
import type { Clock, Registry } from '../spec/ports.ts'

const day = 86_400_000
const month = 30 * day

/** What a shelf stands on. */
export interface ShelfInit<T> {
  readonly registry: Registry
  readonly clock: Clock
  readonly collection: string
  keyOf(one: T): string
  /** Since when it is over; undefined while it is not. */
  overSince(one: T): number | undefined
}

/** Documents of one kind in the registry. What has been over for a month is cleared away, once a day. */
export class Shelf<T extends object> {
  readonly #init: ShelfInit<T>
  #cleared = Number.NEGATIVE_INFINITY

  constructor(init: ShelfInit<T>) {
    this.#init = init
  }

  async all(): Promise<readonly T[]> {
    const documents = await this.#init.registry.list(this.#init.collection)
    return documents.map(({ value }) => value as T)
  }

  async get(key: string): Promise<T | undefined> {
    return (await this.#init.registry.get(this.#init.collection, key))?.value as T | undefined
  }

  /** Durable once it resolves. */
  put(one: T): Promise<void> {
    const { registry, collection, keyOf } = this.#init
    const value = one as unknown as JsonObject
    return registry.write([{ do: 'put', collection, key: keyOf(one), value }])
  }

  remove(...all: readonly T[]): Promise<void> {
    const { registry, collection, keyOf } = this.#init
    return registry.write(all.map((one) => ({ do: 'delete', collection, key: keyOf(one) })))
  }

  /** Clears away what is over, unless that was done today. */
  async clear(): Promise<void> {
    if (this.#init.clock.now() - this.#cleared >= day) await this.cleared()
  }

  /** Clears away what is over, and answers what is left. */
  async cleared(): Promise<readonly T[]> {
    const now = this.#init.clock.now()
    this.#cleared = now
    const all = await this.all()
    const isOld = (one: T) => now - (this.#init.overSince(one) ?? now) > month
    const old = all.filter(isOld)
    if (old.length > 0) await this.remove(...old)
    return all.filter((one) => !isOld(one))
  }
}
