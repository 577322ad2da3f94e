import { expressionValue, fieldAt } from '../../spec/expression-value.ts'
import type { AssigningFlight, FlightUnit } from '../../spec/flight.ts'
import type { Expression } from '../../spec/measure.ts'
import { siphash, unitOf } from '../../stats/hash/siphash.ts'

/** A decision to be taken, as far as it says who is in which arm. */
export interface FlightMoment {
  readonly decision: string
  /** Whom it concerns: the unit of flights by person. */
  readonly subject?: string | undefined
  /** The unit of flights by episode. */
  readonly episode?: string | undefined
  /** Of the decision, the unit of flights by decision; known to whoever takes it. */
  readonly id?: string | undefined
  /** Its context; only public fields are looked at. */
  readonly context?: unknown
}

/** Arm of each flight by its name. */
export type Arms = Readonly<Record<string, string>>

/** Arms of a holdout: those it keeps from every change, and everybody else. */
export const holdoutArms = { held: 'held', open: 'open' } as const

/**
 * Who is in which arm: a pure function of the flights and the decision, so that a server, a browser and a replay answer the
 * same. A unit is hashed to a place in its layer, which says whether it takes part, and to an arm by a hash of its own; so
 * it stays in its arm however often the flight is ramped. Flights whose unit the decision lacks are left out.
 *
 * @param flights in the order of `AssigningDocument`
 * @example
 * ```ts
 * import { type AssigningFlight } from 'holon'
 * import { assign } from 'holon/flight'
 * const flight: AssigningFlight = {
 *   name: 'calm-words', decision: 'meter', unit: 'person', state: 'running',
 *   arms: [{ name: 'plain', share: 0.5 }, { name: 'calm', share: 0.5, variant: 'calm' }],
 *   key: '0123456789abcdef0123456789abcdef', layerKey: 'fedcba9876543210fedcba9876543210',
 *   places: [{ from: 0, to: 1 }],
 * }
 * assign([flight], { decision: 'meter', subject: 'p-17' }) // { 'calm-words': 'plain' }
 * ```
 */
export const assign = (flights: readonly AssigningFlight[], moment: FlightMoment): Arms =>
  assigner(flights)(moment)

/** `assign` with the flights prepared once, for many decisions. */
export function assigner(flights: readonly AssigningFlight[]): (moment: FlightMoment) => Arms {
  const running = flights.filter((one) => one.state === 'running').map(prepared)
  const holdouts = running.filter((one) => one.flight.holdout === true)
  const others = running.filter((one) => one.flight.holdout !== true)
  return (moment) => {
    let arms: Record<string, string> | undefined
    for (const holdout of holdouts) {
      const place = placeIn(holdout, moment)
      if (place === undefined) continue
      const isHeld = isWithin(holdout.flight.places, place)
      arms = { ...arms, [holdout.flight.name]: isHeld ? holdoutArms.held : holdoutArms.open }
      if (isHeld) return arms
    }
    for (const one of others) {
      const arm = armIn(one, moment)
      if (arm === undefined) continue
      arms ??= {}
      arms[one.flight.name] = arm
    }
    return arms ?? nowhere
  }
}

const nowhere: Arms = Object.freeze({})

interface Prepared {
  readonly flight: AssigningFlight
  readonly key: Uint8Array
  readonly layerKey: Uint8Array
}

const prepared = (flight: AssigningFlight): Prepared => ({
  flight,
  key: keyOf(flight.key),
  layerKey: keyOf(flight.layerKey),
})

/** 16 bytes written as hex. */
const keyOf = (hex: string): Uint8Array =>
  Uint8Array.from({ length: 16 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16))

function placeIn({ flight, layerKey }: Prepared, moment: FlightMoment): number | undefined {
  const unit = unitIn(moment, flight.unit)
  return unit === undefined ? undefined : unitOf(siphash(layerKey, unit))
}

function armIn(prepared: Prepared, moment: FlightMoment): string | undefined {
  const { flight, key } = prepared
  if (flight.decision !== moment.decision) return undefined
  const place = placeIn(prepared, moment)
  if (place === undefined || !isWithin(flight.places, place)) return undefined
  if (!isAmong(flight.among, moment.context)) return undefined
  const unit = unitIn(moment, flight.unit) ?? ''
  return armAt(flight.arms, unitOf(siphash(key, unit)))
}

/** What is assigned as one. A ladder that made an episode of its own did so after its first decision. */
function unitIn({ subject, episode, id }: FlightMoment, unit: FlightUnit): string | undefined {
  if (unit === 'person') return subject
  if (unit === 'decision') return id
  return episode === id ? undefined : episode
}

function isWithin(places: AssigningFlight['places'], place: number): boolean {
  for (const { from, to } of places) if (place >= from && place < to) return true
  return false
}

/** Whether a flight is for decisions in this context. */
export const isAmong = (among: Expression | undefined, context: unknown): boolean =>
  among === undefined ||
  expressionValue(among, (of) => (of.op === 'context' ? fieldAt(context, of.path) : null)) === true

function armAt(arms: AssigningFlight['arms'], draw: number): string | undefined {
  let reached = 0
  for (const { name, share } of arms) {
    reached += share
    if (draw < reached) return name
  }
  return arms.at(-1)?.name
}
