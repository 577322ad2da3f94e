import { inMilliseconds } from '../../spec/duration.ts'
import type { ArmAnswer, ArmStatistics, ArmsMeasure, ArmsQuery, Stored } from '../../spec/ports.ts'
import { spokenOf } from '../answer.ts'
import { evaluate } from '../evaluate.ts'
import { join, type Row } from '../join.ts'
import type { Joinables } from '../joinables.ts'
import { statisticsOf } from '../statistics.ts'
import { type Cell, cellsOf, type UnitKey, unitOf } from './cell.ts'
import { checkArms } from './check-arms.ts'
import { isSummed, momentsOfUnits, pairOfUnit } from './unit-sums.ts'

/**
 * Compares the arms of a flight from the entries of a log, slowly and as it reads: the reference that every warehouse must
 * agree with, and enough for tests, simulations and small logs.
 *
 * @throws HolonError `measure-invalid`
 */
export function arms(query: ArmsQuery, entries: readonly Stored[] | Joinables): readonly ArmAnswer[] {
  checkArms(query)
  const rowsOfUnits = query.measures.map((one) => rowsByUnit(query, one, entries))
  const byPlace = Map.groupBy(cellsOf(query, entries), ({ place }) => JSON.stringify(place))
  return [...byPlace].map(([place, cells]) => ({
    ...(JSON.parse(place) as Cell['place']),
    statistics: query.measures.map((one, i) =>
      armStatistics(query, one, cells, (unit) => rowsOfUnits[i]?.get(unit) ?? []),
    ),
  }))
}

/** The rows of a measure by the unit they belong to. */
function rowsByUnit(
  { system, now, units }: ArmsQuery,
  { measure, feedback }: ArmsMeasure,
  entries: readonly Stored[] | Joinables,
): ReadonlyMap<UnitKey | undefined, readonly Row[]> {
  const { among } = measure
  const rows = join({ system, now, measure, feedback: spokenOf({ measure, feedback }) }, entries)
  return Map.groupBy(
    rows.filter((row) => among === undefined || evaluate(among, row) === true),
    (row) => unitOf(units.unit, row),
  )
}

function armStatistics(
  { before }: ArmsQuery,
  { measure }: ArmsMeasure,
  cells: readonly Cell[],
  rowsOf: (unit: UnitKey) => readonly Row[],
): ArmStatistics {
  const after = ({ unit, start, end }: Cell) => between(rowsOf(unit), start, end)
  if (!isSummed(measure))
    return { kind: 'rows', units: cells.length, rows: statisticsOf(measure, cells.flatMap(after)) }
  const past = ({ unit, met }: Cell) =>
    before === undefined
      ? ([0, 0] as const)
      : pairOfUnit(measure, between(rowsOf(unit), met - inMilliseconds(before), met))
  const numbers = cells.map((cell) => [...pairOfUnit(measure, after(cell)), ...past(cell)] as const)
  return { kind: 'units', units: momentsOfUnits(numbers) }
}

function between(rows: readonly Row[], start: number, end: number): readonly Row[] {
  return rows.filter(({ decision }) => decision.at >= start && decision.at < end)
}
