import { type ArmsQuery, type FlightUnits, inMilliseconds, mostStretches } from 'holon'
import { joining } from './joins.ts'
import { number, text } from './literal.ts'
import { sliceKeys } from './slice.ts'
import { named } from './values.ts'

/** Columns of `parts` that a reader needs beside those of the slice. */
export interface PartRow {
  readonly part: number
  readonly arm: string
  readonly stretch: number
  readonly units: number
}

/**
 * Statements that make two temporary tables of the units that met a flight: `parts` (a row for each answer: arm,
 * slice and stretch) and `cells` (a row for each unit in each stretch: its place among the parts, when it met the flight, and
 * from when, inclusive, to when, exclusive, its rows count).
 */
export function makeCells(query: ArmsQuery): readonly string[] {
  const { read } = joining([], { condition: 'TRUE', bounded: false, now: query.now })
  const slice = sliceKeys(query.slice, read)
  const keys = Object.keys(slice)
  return [makeUnits(query, slice), makeParts(query, keys), makeCellsOfParts(query, keys), 'DROP TABLE units']
}

/** The column of `decisions d` that says which unit a row belongs to. */
export function unitColumn(unit: FlightUnits['unit']): string {
  return unit === 'decision' ? 'd.position' : `d.${unit}`
}

function makeUnits(query: ArmsQuery, slice: Readonly<Record<string, string>>): string {
  const { unit, flight } = query.units
  const meetings = {
    unit: unitColumn(unit),
    arm: `d.arms[list_position(d.flights, ${text(flight)})]`,
    decided_at: 'd.decided_at',
    ...(query.slice !== undefined && { position: 'd.position' }),
    ...slice,
  }
  // The slice is that of the first row, by place in the log among rows of one time.
  const first = Object.keys(slice).map(
    (key) => `arg_min_null(${key}, {decided_at: decided_at, position: position}) AS ${key}`,
  )
  const columns = ['unit', 'min(decided_at) AS met', 'min(arm) AS arm', ...first]
  return (
    `CREATE TEMPORARY TABLE units AS SELECT ${columns.join(', ')}` +
    ` FROM (SELECT ${named(meetings)} FROM decisions d WHERE ${meets(query)})` +
    ` WHERE arm IS NOT NULL AND unit IS NOT NULL GROUP BY unit HAVING min(arm) = max(arm)${bounds(query)}`
  )
}

function meets({ system, units }: ArmsQuery): string {
  const conditions = [
    `d.system = ${text(system)}`,
    ...(units.decision === undefined ? [] : [`d.decision = ${text(units.decision)}`]),
    ...(units.counts === 'exposed'
      ? ["d.id IN (SELECT b.decision FROM back b WHERE b.name = 'exposure')"]
      : []),
  ]
  return conditions.join(' AND ')
}

function bounds({ from, to }: ArmsQuery): string {
  const least = from === undefined ? '' : ` AND min(decided_at) >= ${number(from)}`
  return to === undefined ? least : `${least} AND min(decided_at) < ${number(to)}`
}

function makeParts({ sinceMet, now }: ArmsQuery, keys: readonly string[]): string {
  const stretches =
    sinceMet === undefined
      ? '0::BIGINT'
      : `unnest(range(greatest(least(floor((${number(now)} - met) / ${lengthOf(sinceMet)}) + 1, ${number(mostStretches)}), 0)::BIGINT))`
  const place = ['arm', ...keys, 'stretch'].join(', ')
  return (
    `CREATE TEMPORARY TABLE parts AS SELECT row_number() OVER ()::INTEGER AS part, ${place}, count(*) AS units` +
    ` FROM (SELECT arm, ${[...keys, ''].join(', ')}${stretches} AS stretch FROM units) GROUP BY ${place}`
  )
}

/** Every stretch that has begun for a unit has a part, and a part whose stretch has not begun for a unit has no cell of it. */
function makeCellsOfParts({ sinceMet, now }: ArmsQuery, keys: readonly string[]): string {
  const same = ['u.arm = p.arm', ...keys.map((key) => `u.${key} IS NOT DISTINCT FROM p.${key}`)]
  const length = sinceMet === undefined ? undefined : lengthOf(sinceMet)
  const times =
    length === undefined
      ? "u.met AS starts, 'infinity'::DOUBLE AS ends"
      : `u.met + p.stretch * ${length} AS starts, u.met + (p.stretch + 1) * ${length} AS ends`
  const begun = length === undefined ? [] : [`p.stretch <= floor((${number(now)} - u.met) / ${length})`]
  return (
    `CREATE TEMPORARY TABLE cells AS SELECT row_number() OVER () AS cell, p.part, u.unit, u.met, ${times}` +
    ` FROM units u JOIN parts p ON ${[...same, ...begun].join(' AND ')}`
  )
}

function lengthOf(duration: Parameters<typeof inMilliseconds>[0]): string {
  return number(inMilliseconds(duration))
}

/** Reads the parts: all numbers as doubles. */
export const readParts = `SELECT * REPLACE (part::DOUBLE AS part, stretch::DOUBLE AS stretch, units::DOUBLE AS units) FROM parts`
