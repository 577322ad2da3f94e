import {
  type ArmAnswer,
  type ArmStatistics,
  type ArmsMeasure,
  type ArmsQuery,
  checkArms,
  isSummed,
  type Measure,
  type SummedMeasure,
} from 'holon'
import { cellRows, isAfter, joiningOf } from './cell-rows.ts'
import { makeCells, type PartRow, readParts } from './cells.ts'
import { perUnit } from './compile.ts'
import { truthOf } from './expression.ts'
import { shownOfUnits, shownValue } from './shown.ts'
import { sliceOf } from './slice.ts'
import { type ResultRow, summaryOf } from './summary.ts'
import { readMoments } from './unit-moments.ts'
import { type SummedTogether, sumUnits } from './unit-sums.ts'
import { named, valuesOf } from './values.ts'

/** A query of arms as SQL: statements that make tables, questions over them, and how their results read. */
export interface CompiledArms {
  readonly prepare: readonly string[]
  readonly asks: readonly string[]
  /** The asks with arm, slice, stretch and units in place of the part, and the numbers that people are shown beside. */
  readonly shown: readonly string[]
  answers(results: readonly (readonly ResultRow[])[]): readonly ArmAnswer[]
}

/** One question, and the statistics that its row for a part holds: by place of the measure among those asked for. */
interface Ask {
  readonly sql: string
  /** The numbers that people are shown, as named columns over the row and the part. */
  readonly shown: Readonly<Record<string, string>>
  statistics(units: number, row: ResultRow | undefined): ReadonlyMap<number, ArmStatistics>
}

/**
 * Compiles a query of arms: the units are found once, and measures of one decision point are summed in one pass.
 *
 * @throws HolonError `measure-invalid`
 */
export function compileArms(query: ArmsQuery): CompiledArms {
  checkArms(query)
  const asks = [...asksOfSums(query), ...asksOfRows(query)]
  return {
    prepare: makeCells(query),
    asks: [readParts, ...asks.map(({ sql }) => sql)],
    shown: asks.map(
      ({ sql, shown }) =>
        `SELECT * EXCLUDE (part), ${named(shown)} FROM (${readParts}) LEFT JOIN (${sql}) USING (part) ORDER BY ALL`,
    ),
    answers: ([parts = [], ...results]) => {
      const byPart = results.map((rows) => new Map(rows.map((row) => [row.part, row])))
      return parts.map((row) => answerOf(query, asks, row as ResultRow & PartRow, byPart))
    },
  }
}

function answerOf(
  { measures, sinceMet }: ArmsQuery,
  asks: readonly Ask[],
  row: ResultRow & PartRow,
  byPart: readonly ReadonlyMap<unknown, ResultRow>[],
): ArmAnswer {
  const statistics = new Map(
    asks.flatMap((ask, i) => [...ask.statistics(row.units, byPart[i]?.get(row.part))]),
  )
  return {
    arm: row.arm,
    slice: sliceOf(row),
    ...(sinceMet !== undefined && { stretch: row.stretch }),
    statistics: measures.map((_, place) => statistics.get(place)).filter((one) => one !== undefined),
  }
}

interface Placed<M extends Measure> {
  readonly place: number
  readonly measure: M
}

/** Questions about measures that are sums over units. */
function asksOfSums(query: ArmsQuery): readonly Ask[] {
  const past = query.before !== undefined
  const summed = query.measures.flatMap(({ measure, feedback }, place) =>
    isSummed(measure) ? [{ place, measure, feedback }] : [],
  )
  const together = Map.groupBy(summed, ({ measure, feedback }) =>
    JSON.stringify([measure.decision, ownerOf(query, measure), feedback]),
  )
  return [...together.values()].map((placed) => ({
    sql: sumUnits(query, togetherOf(query, placed)),
    shown: Object.fromEntries(
      placed.map(({ place, measure }, i) => [`value_${place}`, shownOfUnits(measure, i)]),
    ),
    statistics: (units, row) =>
      new Map(
        placed.map(({ place, measure }, i) => [
          place,
          { kind: 'units', units: readMoments(measure, past, i, units, row) },
        ]),
      ),
  }))
}

function togetherOf(
  query: ArmsQuery,
  placed: readonly (Placed<SummedMeasure> & Pick<ArmsMeasure, 'feedback'>)[],
): SummedTogether {
  const [first] = placed
  if (first === undefined) throw new RangeError('A group of measures without any.')
  const { decision } = first.measure
  const owner = ownerOf(query, first.measure)
  return {
    decision,
    feedback: first.feedback,
    measures: placed.map(({ measure }) => measure),
    ...(owner !== undefined && { owner }),
  }
}

/** Whose rows are averaged within a unit, where that is not the unit itself. */
function ownerOf({ units }: ArmsQuery, { per }: Measure): 'person' | 'episode' | undefined {
  return per === 'decision' || per === units.unit ? undefined : per
}

/** Questions about measures that need their rows together. */
function asksOfRows(query: ArmsQuery): readonly Ask[] {
  return query.measures.flatMap((one, place): Ask[] => {
    if (isSummed(one.measure)) return []
    const summary = summaryOf(one.measure)
    return [
      {
        sql: summary.sql(`(${perUnit(one.measure, rowsOf(query, one), ['part'])})`, ['part']),
        shown: { [`value_${place}`]: shownValue(one.measure) },
        statistics: (units, row = {}) => new Map([[place, { kind: 'rows', units, rows: summary.read(row) }]]),
      },
    ]
  })
}

/** The rows of a measure after units met the flight, and one without a value for each part, so that all parts show. */
function rowsOf(query: ArmsQuery, one: ArmsMeasure): string {
  const { measure } = one
  const joining = joiningOf(query, one)
  const { x, y } = valuesOf(measure, joining.read)
  const columns = {
    ...(measure.per !== 'decision' && { unit: `d.${measure.per}` }),
    x,
    ...(y !== undefined && { y }),
  }
  const among = measure.among === undefined ? [] : [truthOf(joining.read(measure.among))]
  const rows = cellRows(query, measure.decision, joining.joins(), columns, [isAfter(query), ...among])
  return `${rows} UNION ALL BY NAME SELECT part FROM parts`
}
