import { type Memory, noMemory } from '../decide/memory.ts'
import type { Registry } from '../spec/ports.ts'
import { Turns } from './turns.ts'

/** How many people are kept at hand; the others are read again. */
const atHand = 10_000

/**
 * What is remembered of people, durable in the registry under their pseudonym. One change after the other for one person,
 * so that requests at the same time count as if they had come one by one.
 */
export class Memories {
  readonly #registry: Registry
  readonly #collection: string
  readonly #known = new Map<string, Memory>()
  readonly #turns = new Turns()

  constructor(registry: Registry, system: string) {
    this.#registry = registry
    this.#collection = `memory/${system}`
  }

  /** Gives `use` what is remembered of a person once all earlier uses are over; what it hands to `keep` is durable then. */
  hold<T>(
    person: string,
    use: (memory: Memory, keep: (memory: Memory) => Promise<void>) => Promise<T>,
  ): Promise<T> {
    return this.#turns.take(person, () => this.#use(person, use))
  }

  /** Drops all that is remembered of a person. */
  async forget(person: string): Promise<void> {
    await this.hold(person, async () => {
      this.#known.delete(person)
      await this.#registry.write([{ do: 'delete', collection: this.#collection, key: person }])
    })
  }

  async #use<T>(
    person: string,
    use: (memory: Memory, keep: (memory: Memory) => Promise<void>) => Promise<T>,
  ): Promise<T> {
    const memory = await this.#of(person)
    return use(memory, (next) => (next === memory ? Promise.resolve() : this.#keep(person, next)))
  }

  async #of(person: string): Promise<Memory> {
    const known = this.#known.get(person)
    if (known !== undefined) return known
    const document = await this.#registry.get(this.#collection, person)
    return this.#atHand(person, (document?.value as Memory | undefined) ?? noMemory)
  }

  async #keep(person: string, memory: Memory): Promise<void> {
    await this.#registry.write([{ do: 'put', collection: this.#collection, key: person, value: memory }])
    this.#atHand(person, memory)
  }

  #atHand(person: string, memory: Memory): Memory {
    this.#known.delete(person)
    this.#known.set(person, memory)
    if (this.#known.size > atHand) this.#known.delete(this.#known.keys().next().value as string)
    return memory
  }
}
