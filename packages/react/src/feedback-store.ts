import type { Delivery } from '@holon/client'

import type { LooseClient } from './client-context.ts'
import type { Field, FieldStatus } from './field.ts'

/** A value and what became of it. */
export interface Said extends Pick<Field<unknown>, 'value' | 'status'> {
  /** The value that the server has. */
  readonly kept: unknown
  /** Which of all calls said it. */
  readonly turn: number
}

/** What was said for one decision, by name. A new object whenever something in it changes. */
export type SaidByName = Readonly<Record<string, Said>>

const nothing: Said = { value: undefined, status: 'none', kept: undefined, turn: -1 }

/** No feedback yet. */
export const silence: SaidByName = {}

/**
 * What a person said while the page lives, and what became of it, for every decision of a client. Shared, so that two
 * components that ask the same agree, and what was said is still there when one of them comes back.
 */
export class FeedbackStore {
  readonly #client: LooseClient
  readonly #said = new Map<string, SaidByName>()
  #turn = 0
  readonly #listeners = new Set<() => void>()

  constructor(client: LooseClient) {
    this.#client = client
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  read(id: string): SaidByName {
    return this.#said.get(id) ?? silence
  }

  send(id: string, name: string, value: unknown): void {
    this.#follow(id, name, value, this.#client.feedback(id, name, value), 'sent')
  }

  undo(id: string, name: string): void {
    this.#follow(id, name, undefined, this.#client.retract(id, name), 'none')
  }

  /** Shows what was said at once; what did not arrive gives way to what the server has, unless more was said since. */
  #follow(id: string, name: string, value: unknown, delivery: Delivery, end: FieldStatus): void {
    const turn = this.#turn++
    const { kept } = this.#of(id, name)
    this.#set(id, name, { value, status: 'pending', kept, turn })
    delivery.then((arrived) => {
      const latest = this.#of(id, name)
      const kept = arrived ? value : latest.kept
      const settled: Said = { value: kept, status: arrived ? end : 'failed', kept, turn }
      this.#set(id, name, latest.turn === turn ? settled : { ...latest, kept })
    })
  }

  #of(id: string, name: string): Said {
    return this.read(id)[name] ?? nothing
  }

  #set(id: string, name: string, said: Said): void {
    this.#said.set(id, { ...this.read(id), [name]: said })
    for (const listener of this.#listeners) listener()
  }
}

const stores = new WeakMap<LooseClient, FeedbackStore>()

/** The one store of a client. */
export function storeOf(client: LooseClient): FeedbackStore {
  const store = stores.get(client) ?? new FeedbackStore(client)
  stores.set(client, store)
  return store
}
