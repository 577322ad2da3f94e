import { resized } from '../../decide/flight/places.ts'
import { HolonError } from '../../spec/error.ts'
import type { FlightDocument, RampRequest } from '../../spec/flight.ts'
import type { Inside } from '../inside.ts'
import { note } from '../note.ts'
import { mustBeSigned } from '../signed.ts'
import { flightNamed } from './flight-named.ts'
import { layerOf, mustBeShare, noRoom } from './layer.ts'

/** Puts another share of all units into a running flight. Whoever is in it stays, as far as there is room for them. */
export async function rampFlight(
  inside: Inside,
  name: string,
  request: RampRequest,
): Promise<FlightDocument> {
  mustBeSigned('Flights are ramped', request)
  mustBeShare(request.share)
  const at = inside.ports.clock.now()
  const made = await inside.flights.change((all) => ramped(flightNamed(all, name), request, all, at))
  await inside.rearrange()
  const { share, by, reason } = request
  await note(inside, 'flight-ramped', { flight: name, share, by, reason })
  return made
}

function ramped(
  flight: FlightDocument,
  { share, by, reason }: RampRequest,
  all: readonly FlightDocument[],
  at: number,
): FlightDocument {
  if (flight.state !== 'running') {
    throw new HolonError(
      'flight-conflict',
      `The flight "${flight.name}" is over.`,
      'Start another one under a new name.',
    )
  }
  if (flight.holdout === true) {
    throw new HolonError(
      'flight-conflict',
      `"${flight.name}" is a holdout: people would change sides, and count for neither.`,
      'Stop it, and start another one under a new name.',
    )
  }
  const { taken } = layerOf(flight, all)
  const places = resized(flight.places, share, taken)
  if (places === undefined) throw noRoom(flight, share, taken)
  return { ...flight, share, places, steps: [...flight.steps, { at, did: 'ramp', share, by, reason }] }
}
