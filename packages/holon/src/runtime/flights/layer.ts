import { type Places, shareOf } from '../../decide/flight/places.ts'
import { HolonError } from '../../spec/error.ts'
import type { FlightDocument } from '../../spec/flight.ts'

/** The key of a flight's layer, where it had a flight before, and the places that others take in it. */
export function layerOf(
  { name, layer }: Pick<FlightDocument, 'name' | 'layer'>,
  all: readonly FlightDocument[],
): { readonly key: string | undefined; readonly taken: readonly Places[] } {
  const others = all.filter((one) => layer !== undefined && one.layer === layer && one.name !== name)
  return {
    key: others[0]?.layerKey,
    taken: others.filter(({ state }) => state === 'running').flatMap(({ places }) => places),
  }
}

/** Refuses what is no share of all units. @throws HolonError `input-invalid` */
export function mustBeShare(share: number): void {
  if (share > 0 && share <= 1) return
  throw new HolonError(
    'input-invalid',
    `${share} is no share of all units.`,
    'Give a number above 0 and at most 1; to take everybody out, stop the flight.',
  )
}

/** The error for a share that does not fit beside the others in the layer. */
export function noRoom(
  { name, layer }: Pick<FlightDocument, 'name' | 'layer'>,
  share: number,
  taken: readonly Places[],
): HolonError {
  const free = Math.max(0, 1 - shareOf(taken))
  return new HolonError(
    'flight-conflict',
    `"${name}" would take ${percent(share)} of the layer "${layer}", of which ${percent(free)} is free.`,
    'Take a smaller share, ramp another flight of the layer down, or wait until one ends.',
    { details: { free } },
  )
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`
