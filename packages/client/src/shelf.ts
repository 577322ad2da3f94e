/** Where what waits to be sent survives the end of a page or process: `localStorage`, or something like it. */
export type ClientStorage = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>

/** Keeps texts under names that begin alike. A storage that is full, forbidden or broken keeps nothing, and that is all. */
export class Shelf {
  readonly #storage: ClientStorage | undefined
  readonly #prefix: string

  constructor(storage: ClientStorage | undefined, prefix: string) {
    this.#storage = storage
    this.#prefix = prefix
  }

  /** Says whether the text is kept. */
  put(name: string, text: string): boolean {
    return this.#use((storage) => {
      storage.setItem(this.#prefix + name, text)
      return true
    }, false)
  }

  /** Is it still kept? Whatever cannot be read is taken to be. */
  has(name: string): boolean {
    return this.#use((storage) => storage.getItem(this.#prefix + name) !== null, true)
  }

  remove(name: string): void {
    this.#use((storage) => storage.removeItem(this.#prefix + name), undefined)
  }

  /** Names and texts, in the order of the names. */
  all(): readonly (readonly [name: string, text: string])[] {
    return this.#use((storage) => {
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
      return keys
        .filter((key) => key.startsWith(this.#prefix))
        .sort()
        .map((key) => [key.slice(this.#prefix.length), storage.getItem(key) ?? ''] as const)
    }, [])
  }

  #use<T>(call: (storage: ClientStorage) => T, otherwise: T): T {
    try {
      return this.#storage ? call(this.#storage) : otherwise
    } catch {
      return otherwise
    }
  }
}

/** The storage of a browser, where there is one and it may be used. */
export function browserStorage(): ClientStorage | undefined {
  try {
    return globalThis.document && globalThis.localStorage
  } catch {
    return undefined
  }
}
