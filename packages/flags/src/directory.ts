import type { Running } from 'holon'
import { FlagError } from './failure.ts'
import { type Asked, type Place, placeOf } from './place.ts'

/** The decisions of some systems, found by the keys of flags. */
export class Directory {
  /** By `system/decision`. */
  readonly places: ReadonlyMap<string, Place>
  /** Shortest key of each: the decision's name, where only one system has it. */
  readonly keys: ReadonlyMap<Place, string>
  readonly #byKey = new Map<string, Place>()

  constructor(systems: readonly Running[]) {
    const places = systems.flatMap((system) =>
      system.document().decisions.map((decision) => placeOf(system, decision)),
    )
    this.places = new Map(places.map((place) => [fullKey(place), place]))
    const isOnly = ({ decision }: Place): boolean =>
      places.filter((one) => one.decision.name === decision.name).length === 1
    this.keys = new Map(places.map((one) => [one, isOnly(one) ? one.decision.name : fullKey(one)]))
    for (const [place, key] of this.keys) this.#byKey.set(key, place).set(fullKey(place), place)
  }

  /** @throws FlagError `FLAG_NOT_FOUND` */
  find(key: string): Asked {
    const dot = key.indexOf('.')
    const name = dot === -1 ? key : key.slice(0, dot)
    const place = this.#byKey.get(name)
    if (place === undefined) throw notFound(key, `Use one of: ${[...this.keys.values()].join(', ')}.`)
    if (dot === -1) return { place }
    const part = key.slice(dot + 1)
    if (place.parameters.has(part) || isReserved(part)) return { place, part }
    const parts = [...place.parameters.keys(), ...reserved].map((one) => `${name}.${one}`)
    throw notFound(key, `Use one of: ${[name, ...parts].join(', ')}.`)
  }
}

/** Parts that every answer has, unless a parameter has their name. */
export const reserved = ['on', 'answer'] as const

const isReserved = (part: string): boolean => reserved.some((one) => one === part)

export const fullKey = ({ system, decision }: Place): string => `${system.name}/${decision.name}`

const notFound = (key: string, fix: string): FlagError =>
  new FlagError('FLAG_NOT_FOUND', `flag ${key.slice(0, 100)} not found.`, fix)
