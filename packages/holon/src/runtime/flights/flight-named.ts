import type { FlightDocument } from '../../spec/flight.ts'
import { unknownName } from '../../spec/unknown-name.ts'

/** A flight that is, or was. @throws HolonError `name-unknown` */
export function flightNamed(all: readonly FlightDocument[], name: string): FlightDocument {
  const found = all.find((one) => one.name === name)
  if (found !== undefined) return found
  throw unknownName(
    'flight',
    name,
    all.map((one) => one.name),
  )
}
