import { inMilliseconds } from '../spec/duration.ts'
import type { MeasureAnswer, MeasureQuery, Stored } from '../spec/ports.ts'
import { checkQuery } from './check.ts'
import { evaluate } from './evaluate.ts'
import { join, type Row } from './join.ts'
import { statisticsOf } from './statistics.ts'

/**
 * Answers a measure from the entries of a log, slowly and as it reads: the reference that every warehouse must agree
 * with, and enough for tests, simulations and small logs.
 *
 * @throws HolonError `measure-invalid`
 */
export function answer(query: MeasureQuery, entries: readonly Stored[]): readonly MeasureAnswer[] {
  checkQuery(query)
  const { measure, slice, every } = query
  const { among } = measure
  const rows = join(query, entries).filter((row) => among === undefined || evaluate(among, row) === true)
  if (slice === undefined && every === undefined)
    return [{ slice: null, statistics: statisticsOf(measure, rows) }]
  const groups = Map.groupBy(rows, (row) => JSON.stringify(placeOf(query, row)))
  return [...groups].map(([place, rows]) => ({
    ...(JSON.parse(place) as Place),
    statistics: statisticsOf(measure, rows),
  }))
}

type Place = Pick<MeasureAnswer, 'slice' | 'from'>

/** To which answer a row belongs. */
function placeOf({ slice, every }: MeasureQuery, row: Row): Place {
  const value = slice === undefined ? null : evaluate(slice, row)
  const scalar = typeof value === 'symbol' ? null : value
  if (every === undefined) return { slice: scalar }
  const length = inMilliseconds(every)
  return { slice: scalar, from: Math.floor(row.decision.at / length) * length }
}
