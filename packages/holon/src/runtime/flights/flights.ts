import { HolonError } from '../../spec/error.ts'
import type { AssigningFlight, FlightDocument } from '../../spec/flight.ts'
import type { JsonObject } from '../../spec/json.ts'
import type { Registry } from '../../spec/ports.ts'

/** How often a change is decided again because another process was faster. */
const mostAttempts = 5

/**
 * The flights of a system, durable in the registry under their names and at hand in memory. A change sees all of them as they
 * are: two that are made at the same time, also by two processes, come one after the other.
 */
export class Flights {
  readonly #registry: Registry
  readonly #system: string
  #all: readonly FlightDocument[] = []

  constructor(registry: Registry, system: string) {
    this.#registry = registry
    this.#system = system
  }

  /** As last read, by name. */
  all(): readonly FlightDocument[] {
    return this.#all
  }

  /** Reads them again; answers whether any has changed. */
  async load(): Promise<boolean> {
    const found = await this.#registry.list(this.#collection)
    const all = found.map(({ value }) => value as unknown as FlightDocument)
    const isSame = JSON.stringify(all) === JSON.stringify(this.#all)
    if (!isSame) this.#all = all
    return !isSame
  }

  /** Calls back after changes, whoever made them, until the returned function is called. */
  watch(changed: () => void): () => void {
    return this.#registry.watch(this.#collection, changed)
  }

  /**
   * Makes one flight of all as they are now, and keeps it. `make` may be asked again.
   *
   * @throws HolonError `registry-conflict` when others are faster again and again
   */
  async change(make: (all: readonly FlightDocument[]) => FlightDocument): Promise<FlightDocument> {
    for (let attempt = 1; ; attempt++) {
      const turn = (await this.#registry.get(this.#turns, this.#system))?.version ?? 0
      await this.load()
      const made = make(this.#all)
      try {
        await this.#write(made, turn)
        await this.load()
        return made
      } catch (error) {
        if (!isConflict(error) || attempt === mostAttempts) throw error
      }
    }
  }

  /** Changes nothing about others, and yet no two processes share out a layer at the same time. */
  async #write(flight: FlightDocument, turn: number): Promise<void> {
    const value = flight as unknown as JsonObject
    const last = { flight: flight.name, at: flight.steps.at(-1)?.at ?? 0 }
    await this.#registry.write([
      { do: 'put', collection: this.#turns, key: this.#system, value: last, version: turn },
      { do: 'put', collection: this.#collection, key: flight.name, value },
    ])
  }

  get #collection(): string {
    return `flights/${this.#system}`
  }

  get #turns(): string {
    return 'flight-turns'
  }
}

const isConflict = (error: unknown): boolean =>
  error instanceof HolonError && error.code === 'registry-conflict'

/** The assigning parts of the flights that run and of those that were kept, each from what was started or kept first. */
export function assigningParts(flights: readonly FlightDocument[]): readonly AssigningFlight[] {
  const assigning = flights.filter(({ state }) => state !== 'stopped')
  return assigning.sort((a, b) => since(a) - since(b) || (a.name < b.name ? -1 : 1)).map(assigningPart)
}

/** When it was kept, or started. */
const since = ({ state, steps }: FlightDocument): number =>
  (state === 'kept' ? steps.at(-1)?.at : steps[0]?.at) ?? 0

function assigningPart(flight: FlightDocument): AssigningFlight {
  const { name, decision, unit, arms, among, holdout, key, layerKey, places, state, kept } = flight
  return {
    ...{ name, unit, arms, key, layerKey, places, state },
    ...(decision !== undefined && { decision }),
    ...(among !== undefined && { among }),
    ...(holdout !== undefined && { holdout }),
    ...(kept !== undefined && { kept }),
  }
}
