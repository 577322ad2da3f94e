import { inMilliseconds } from '../../spec/duration.ts'
import type { ArmAnswer, ArmsQuery, FlightUnits, Stored } from '../../spec/ports.ts'
import { evaluate } from '../evaluate.ts'
import { join, type Row } from '../join.ts'
import type { Joinables } from '../joinables.ts'
import { mostStretches } from './check-arms.ts'

/** Which answer of a query something belongs to. */
export type ArmPlace = Omit<ArmAnswer, 'statistics'>

/** A unit of an arm in one stretch of time since it met the flight, or in all of it. */
export interface Cell {
  readonly unit: UnitKey
  readonly place: ArmPlace
  /** When it first met the flight. */
  readonly met: number
  /** Its rows: `start` inclusive, `end` exclusive. */
  readonly start: number
  readonly end: number
}

/** A pseudonym, an episode, or the place of a decision in the log. */
export type UnitKey = string | number

/** The unit that a row belongs to; undefined when to none. */
export function unitOf(unit: FlightUnits['unit'], { position, decision }: Row): UnitKey | undefined {
  return unit === 'decision' ? position : decision[unit]
}

/** All units that met the flight, in the stretches that are asked for. */
export function cellsOf(query: ArmsQuery, entries: readonly Stored[] | Joinables): readonly Cell[] {
  const { flight, unit } = query.units
  const { from = -Infinity, to = Infinity } = query
  const counted = meetings(query, entries).toSorted(
    (a, b) => a.decision.at - b.decision.at || a.position - b.position,
  )
  return [...Map.groupBy(counted, (row) => unitOf(unit, row))].flatMap(([key, rows]) => {
    const [first] = rows
    const arm = first?.decision.arms[flight]
    if (key === undefined || first === undefined || arm === undefined) return []
    const { at } = first.decision
    if (rows.some((row) => row.decision.arms[flight] !== arm) || !(at >= from && at < to)) return []
    return stretchesOf(query, key, { arm, slice: sliceOf(query, first) }, at)
  })
}

/** The decisions at which units met the flight in a way that counts. */
function meetings({ units, system, now }: ArmsQuery, entries: readonly Stored[] | Joinables): readonly Row[] {
  const { flight, decision, counts } = units
  const measure = decision === undefined ? {} : { decision }
  return join({ system, measure, feedback: [], now }, entries).filter(
    (row) =>
      Object.hasOwn(row.decision.arms, flight) &&
      row.decision.alike?.includes(flight) !== true &&
      (counts === 'decided' || row.exposed),
  )
}

function sliceOf({ slice }: ArmsQuery, row: Row): ArmAnswer['slice'] {
  const value = slice === undefined ? null : evaluate(slice, row)
  return typeof value === 'symbol' ? null : value
}

function stretchesOf(
  { sinceMet, now }: ArmsQuery,
  unit: UnitKey,
  place: ArmPlace,
  met: number,
): readonly Cell[] {
  if (sinceMet === undefined) return [{ unit, place, met, start: met, end: Infinity }]
  const length = inMilliseconds(sinceMet)
  const begun = Math.min(Math.floor((now - met) / length) + 1, mostStretches)
  return Array.from({ length: Math.max(begun, 0) }, (_, stretch) => ({
    ...{ unit, met, place: { ...place, stretch } },
    start: met + stretch * length,
    end: met + (stretch + 1) * length,
  }))
}
