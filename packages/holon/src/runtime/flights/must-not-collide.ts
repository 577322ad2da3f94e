import { HolonError } from '../../spec/error.ts'
import type { FlightDocument } from '../../spec/flight.ts'
import type { System } from '../../system/system.ts'
import { partsChanged } from './changes.ts'
import { decisionOf } from './must-fit.ts'

const conflict = (what: string, fix: string) => new HolonError('flight-conflict', what, fix)

/**
 * Refuses a new flight that another one stands in the way of: nobody could tell what did what.
 *
 * @throws HolonError `flight-conflict`
 */
export function mustNotCollide(system: System, flight: FlightDocument, all: readonly FlightDocument[]): void {
  if (all.some(({ name }) => name === flight.name)) {
    throw conflict(
      `There was a flight "${flight.name}" before.`,
      'Choose another name: what was counted for that one stays under its name.',
    )
  }
  const running = all.filter((one) => one.state === 'running')
  if (flight.holdout === true) mustBeOnlyHoldout(running)
  else {
    for (const other of running) mustExclude(system, flight, other)
    for (const other of all.filter((one) => one.state === 'kept')) mustNotContradict(system, flight, other)
  }
}

function mustBeOnlyHoldout(running: readonly FlightDocument[]): void {
  const other = running.find((one) => one.holdout === true)
  if (other === undefined) return
  throw conflict(`The holdout "${other.name}" is running.`, 'Stop it before another one is started.')
}

function mustExclude(system: System, flight: FlightDocument, other: FlightDocument): void {
  const isBeside = flight.layer !== undefined && flight.layer === other.layer
  if (isBeside && flight.unit !== other.unit) {
    throw conflict(
      `The layer "${flight.layer}" is shared out by ${other.unit}, and the flight would do it by ${flight.unit}.`,
      'Use the same unit, or another layer.',
    )
  }
  const both = isBeside ? undefined : sharedPart(system, flight, other)
  if (both === undefined) return
  throw conflict(
    `"${flight.name}" would change ${both} of "${flight.decision}", as the running flight "${other.name}" does.`,
    'Put them into one layer, so that nobody is in both; or stop the other one first.',
  )
}

function mustNotContradict(system: System, flight: FlightDocument, kept: FlightDocument): void {
  const both = sharedPart(system, flight, kept)
  if (both === undefined) return
  throw conflict(
    `"${flight.name}" would change ${both} of "${flight.decision}", of which "${kept.name}" kept an arm.`,
    `Declare what "${kept.name}" kept, and stop it; then start this one.`,
  )
}

/** Refuses to keep an arm while others in its layer still try something else. @throws HolonError `flight-conflict` */
export function mustNotDisturb(system: System, flight: FlightDocument, all: readonly FlightDocument[]): void {
  const others = all.filter((one) => one.state === 'running' && one.name !== flight.name)
  const other = others.find((one) => sharedPart(system, flight, one) !== undefined)
  if (other === undefined) return
  throw conflict(
    `The running flight "${other.name}" changes the same of "${flight.decision}" as "${flight.name}" would keep.`,
    `Stop "${other.name}" first.`,
  )
}

/** A part of a decision point that arms of both change. */
function sharedPart(system: System, a: FlightDocument, b: FlightDocument): string | undefined {
  if (a.decision === undefined || a.decision !== b.decision) return undefined
  const decision = decisionOf(system, a.decision)
  const others = partsChanged(decision, armsAtWork(b))
  return [...partsChanged(decision, armsAtWork(a))].find((part) => others.has(part))
}

const armsAtWork = ({ arms, kept }: FlightDocument): FlightDocument['arms'] =>
  kept === undefined ? arms : arms.filter((one) => one.name === kept)
