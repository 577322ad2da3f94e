import { HolonError } from '../../spec/error.ts'
import type { FlightDocument } from '../../spec/flight.ts'
import type { JsonObject } from '../../spec/json.ts'
import type { FlightLook } from '../../spec/scorecard.ts'
import type { Inside } from '../inside.ts'

const collectionOf = ({ system }: Inside, { name }: FlightDocument): string =>
  `flight-looks/${system.name}/${name}`

/** The looks that were taken at a flight, oldest first. */
export async function looksAt(inside: Inside, flight: FlightDocument): Promise<readonly FlightLook[]> {
  if (flight.judge === undefined || !('units' in flight.judge)) return []
  const found = await inside.ports.registry.list(collectionOf(inside, flight))
  return found.map(({ value }) => value as unknown as FlightLook).toSorted((a, b) => a.look - b.look)
}

/** Keeps a look, unless another process took it first: answers whether it is kept. */
export async function keepLook(inside: Inside, flight: FlightDocument, look: FlightLook): Promise<boolean> {
  const collection = collectionOf(inside, flight)
  const value = look as unknown as JsonObject
  try {
    await inside.ports.registry.write([{ do: 'put', collection, key: `${look.look}`, value, version: 0 }])
    return true
  } catch (error) {
    if (error instanceof HolonError && error.code === 'registry-conflict') return false
    throw error
  }
}
