import type { FlightDocument } from 'holon'

/** Layers that flights have had, by name. */
export const layersIn = (flights: readonly FlightDocument[]): readonly string[] =>
  [...new Set(flights.flatMap(({ layer }) => (layer === undefined ? [] : [layer])))].sort()

/** The share of a layer that no running flight takes. */
export function freeIn(flights: readonly FlightDocument[], layer: string): number {
  const taken = flights
    .filter((one) => one.layer === layer && one.state === 'running')
    .reduce((sum, { share }) => sum + share, 0)
  return Math.max(0, 1 - taken)
}
