import { HolonError } from '../spec/error.ts'
import type { LatchDocument } from '../spec/following.ts'
import type { JsonObject } from '../spec/json.ts'
import type { Registry } from '../spec/ports.ts'

/** The guardrails that have latched, durable in the registry. Read when the system opens; few, and asked at every decision. */
export class Latches {
  readonly #registry: Registry
  readonly #collection: string
  /** By decision and person. */
  readonly #held = new Map<string, readonly LatchDocument[]>()

  constructor(registry: Registry, system: string) {
    this.#registry = registry
    this.#collection = `latches/${system}`
  }

  /** Reads what was latched before. */
  async load(): Promise<void> {
    for (const { value } of await this.#registry.list(this.#collection)) {
      this.#add(value as unknown as LatchDocument)
    }
  }

  list(): readonly LatchDocument[] {
    return [...this.#held.values()].flat()
  }

  /** The guardrails of a decision that are latched for a person, and why; undefined when none. */
  of(decision: string, person: string): Readonly<Record<string, string>> | undefined {
    if (this.#held.size === 0) return undefined
    const held = this.#held.get(place(decision, person))
    return held === undefined
      ? undefined
      : Object.fromEntries(held.map(({ guardrail, because }) => [guardrail, because]))
  }

  /** Latches; durable once it resolves. Latched already, it stays as it was. */
  async set(latch: LatchDocument): Promise<void> {
    if (this.#find(latch) !== undefined) return
    this.#add(latch)
    const value = latch as unknown as JsonObject
    await this.#registry.write([{ do: 'put', collection: this.#collection, key: keyOf(latch), value }])
  }

  /** Takes a latch away. @throws HolonError `not-found` when it is not latched */
  async reset(which: Pick<LatchDocument, 'decision' | 'guardrail' | 'person'>): Promise<LatchDocument> {
    const found = this.#find(which)
    if (found === undefined) {
      throw new HolonError(
        'not-found',
        `The guardrail "${which.guardrail}" of "${which.decision}" is not latched for this person.`,
        'List the latches: it may have been reset already.',
      )
    }
    await this.#registry.write([{ do: 'delete', collection: this.#collection, key: keyOf(found) }])
    this.#remove(found)
    return found
  }

  #find({ decision, guardrail, person }: Pick<LatchDocument, 'decision' | 'guardrail' | 'person'>) {
    return this.#held.get(place(decision, person))?.find((one) => one.guardrail === guardrail)
  }

  #add(latch: LatchDocument): void {
    const at = place(latch.decision, latch.person)
    this.#held.set(at, [...(this.#held.get(at) ?? []), latch])
  }

  #remove(latch: LatchDocument): void {
    const at = place(latch.decision, latch.person)
    const left = (this.#held.get(at) ?? []).filter((one) => one !== latch)
    if (left.length > 0) this.#held.set(at, left)
    else this.#held.delete(at)
  }
}

const place = (decision: string, person: string): string => `${decision}/${person}`

const keyOf = ({ decision, guardrail, person }: LatchDocument): string => `${decision}/${person}/${guardrail}`
