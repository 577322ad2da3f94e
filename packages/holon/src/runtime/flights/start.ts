import { resized } from '../../decide/flight/places.ts'
import { HolonError } from '../../spec/error.ts'
import type { FlightDocument, FlightRequest } from '../../spec/flight.ts'
import type { Random } from '../../spec/ports.ts'
import { unknownName } from '../../spec/unknown-name.ts'
import type { Inside } from '../inside.ts'
import { note } from '../note.ts'
import { mustBeSigned } from '../signed.ts'
import { armsOf } from './arms-of.ts'
import { layerOf, mustBeShare, noRoom } from './layer.ts'
import { mustBeName } from './must-be-name.ts'
import { mustBeRequest } from './must-be-request.ts'
import { mustFit } from './must-fit.ts'
import { mustNotCollide } from './must-not-collide.ts'
import { mustWork } from './plan-under.ts'

/** Starts a flight; from then on decisions take part in it. */
export async function startFlight(inside: Inside, request: FlightRequest): Promise<FlightDocument> {
  mustBeRequest(request)
  // Loaded when somebody says it: a page that decides does not carry it.
  if (request.judge !== undefined) (await import('./must-be-judge.ts')).mustBeJudge(request.judge)
  mustBeSigned('Flights are started', request)
  mustBeName('a flight', request.name)
  mustBeFree(request.name)
  mustBeShare(request.share)
  mustNameGoals(inside, request)
  if (request.holdout === true) mustBeWhole(request)
  // Random before anything is written, so that a second attempt draws no more.
  const keys = { key: newKey(inside.ports.random), layerKey: newKey(inside.ports.random) }
  const made = await inside.flights.change((all) => placed(inside, documentOf(inside, request, keys), all))
  await inside.rearrange()
  const { name, share, decision } = made
  const { by, reason } = request
  await note(inside, 'flight-started', {
    ...{ flight: name, share, by, reason },
    ...(decision !== undefined && { decision }),
  })
  return made
}

type Keys = Pick<FlightDocument, 'key' | 'layerKey'>

function documentOf(inside: Inside, request: FlightRequest, keys: Keys): FlightDocument {
  const { by, reason, arms: _, factors: __, unit = 'person', counts = 'decided', ...rest } = request
  const { share, margins = {} } = request
  const guards = [...new Set([...(request.guards ?? []), ...Object.keys(margins)])]
  const at = inside.ports.clock.now()
  const flight: FlightDocument = {
    ...rest,
    ...{ unit, counts, guards },
    ...armsOf(request),
    ...keys,
    places: [],
    state: 'running',
    steps: [{ at, did: 'start', share, by, reason }],
  }
  mustFit(inside.system, inside.versions, flight)
  const plan = inside.plans.get(flight.decision ?? '')
  if (plan !== undefined) {
    mustWork({ ...plan, model: plan.source?.model, versions: inside.versions }, flight.arms)
  }
  return flight
}

function placed({ system }: Inside, flight: FlightDocument, all: readonly FlightDocument[]): FlightDocument {
  mustNotCollide(system, flight, all)
  const { key: layerKey, taken } = layerOf(flight, all)
  const places = resized([], flight.share, taken)
  if (places === undefined) throw noRoom(flight, flight.share, taken)
  return { ...flight, places, ...(layerKey !== undefined && { layerKey }) }
}

/** Where one flight would be found, the server tells what assigns. */
function mustBeFree(name: string): void {
  if (name !== 'assigning') return
  throw new HolonError('input-invalid', 'No flight can be called "assigning".', 'Choose another name.')
}

function mustNameGoals({ system }: Inside, { main, guards = [], margins = {} }: FlightRequest): void {
  const known = system.goals.map((one) => one.name)
  const named = [...(main === undefined ? [] : [main]), ...guards, ...Object.keys(margins)]
  const stranger = named.find((one) => !known.includes(one))
  if (stranger !== undefined) throw unknownName('goal', stranger, known)
}

/** A holdout is kept from everything, wherever it is met. */
function mustBeWhole({ decision, layer, among, name, share }: FlightRequest): void {
  const given = Object.entries({ decision, layer, among }).find(([, value]) => value !== undefined)
  if (given !== undefined) {
    throw new HolonError(
      'input-invalid',
      `The holdout "${name}" has a \`${given[0]}\`, and a holdout is over all decision points.`,
      `Leave out \`${given[0]}\`.`,
    )
  }
  if (share < 1) return
  throw new HolonError(
    'input-invalid',
    `The holdout "${name}" would hold everybody, and nobody is left to compare with.`,
    'Give a share below 1, for example 0.05.',
  )
}

/** 16 bytes of chance as hex. */
function newKey(random: Random): string {
  const words = Array.from({ length: 4 }, () => Math.floor(random.next() * 2 ** 32))
  return words.map((word) => word.toString(16).padStart(8, '0')).join('')
}
