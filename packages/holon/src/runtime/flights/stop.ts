import { HolonError } from '../../spec/error.ts'
import type { FlightDocument, StopRequest } from '../../spec/flight.ts'
import { unknownName } from '../../spec/unknown-name.ts'
import type { Inside } from '../inside.ts'
import { note } from '../note.ts'
import { mustBeSigned } from '../signed.ts'
import { flightNamed } from './flight-named.ts'
import { mustNotDisturb } from './must-not-collide.ts'

/** Ends a flight, or what was kept of it; with `keep`, everybody gets that arm from now on. */
export async function stopFlight(
  inside: Inside,
  name: string,
  request: StopRequest,
): Promise<FlightDocument> {
  mustBeSigned('Flights are stopped', request)
  const at = inside.ports.clock.now()
  const made = await inside.flights.change((all) => {
    const flight = flightNamed(all, name)
    if (request.keep === undefined) return stopped(flight, request, at)
    const kept = keeping(flight, request.keep, request, at)
    mustNotDisturb(inside.system, kept, all)
    return kept
  })
  await inside.rearrange()
  const { keep, by, reason } = request
  if (keep === undefined) await note(inside, 'flight-stopped', { flight: name, by, reason })
  else await note(inside, 'flight-kept', { flight: name, arm: keep, by, reason })
  return made
}

function stopped(flight: FlightDocument, { by, reason }: StopRequest, at: number): FlightDocument {
  if (flight.state === 'stopped') throw isOver(flight)
  const { kept: _, ...rest } = flight
  const step = { at, did: 'stop' as const, share: 0, by, reason }
  return { ...rest, state: 'stopped', share: 0, places: [], steps: [...flight.steps, step] }
}

function keeping(
  flight: FlightDocument,
  arm: string,
  { by, reason }: StopRequest,
  at: number,
): FlightDocument {
  if (flight.state !== 'running') throw isOver(flight)
  if (flight.holdout === true) {
    throw new HolonError(
      'flight-conflict',
      `"${flight.name}" is a holdout, and changes nothing that could be kept.`,
      'Stop it without `keep`.',
    )
  }
  const arms = flight.arms.map((one) => one.name)
  if (!arms.includes(arm)) throw unknownName('arm', arm, arms)
  const step = { at, did: 'keep' as const, share: 1, by, reason }
  return { ...flight, state: 'kept', kept: arm, share: 1, places: [], steps: [...flight.steps, step] }
}

const isOver = ({ name, state }: FlightDocument): HolonError =>
  new HolonError(
    'flight-conflict',
    state === 'kept' ? `An arm of "${name}" is kept already.` : `The flight "${name}" is over already.`,
    state === 'kept' ? 'Stop it without `keep` to end that.' : 'Nothing is to be done.',
  )
