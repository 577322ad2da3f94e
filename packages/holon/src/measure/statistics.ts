import type { Expression, Measure, Per, Statistics } from '../spec/measure.ts'
import { auc } from '../stats/metrics/auc.ts'
import { equalWidthEdges } from '../stats/metrics/reliability.ts'
import { evaluate } from './evaluate.ts'
import type { Row } from './join.ts'
import { orderStatistics } from './order.ts'

/** What remains of the rows of one slice for an estimate. */
export function statisticsOf(measure: Measure, rows: readonly Row[]): Statistics {
  switch (measure.op) {
    case 'count':
      return { kind: 'count', n: measure.per === 'decision' ? rows.length : units(rows, measure.per).length }
    case 'rate':
      return moments(observations(rows, measure.per, meanOf, (row) => truth(measure.of, row)))
    case 'mean':
      return moments(observations(rows, measure.per, meanOf, (row) => number(measure.of, row)))
    case 'sum':
      return moments(observations(rows, measure.per, sumOf, (row) => number(measure.of, row)))
    case 'ratio':
      return ratio(measure, rows)
    case 'quantile':
      return order(
        measure.q,
        observations(rows, measure.per, meanOf, (row) => number(measure.of, row)),
      )
    case 'auc':
      return mannWhitney(labelled(measure, rows))
    case 'calibrationError':
      return inBins(measure.bins, labelled(measure, rows))
  }
}

/** The rows of each observation: one, or all of a person or an episode. Rows that belong to none are left out. */
function units(rows: readonly Row[], per: Per): readonly (readonly Row[])[] {
  if (per === 'decision') return rows.map((row) => [row])
  const owned = rows.filter((row) => row.decision[per] !== undefined)
  return [...Map.groupBy(owned, (row) => row.decision[per]).values()]
}

/** One number for each observation that has a row with a value. */
function observations(
  rows: readonly Row[],
  per: Per,
  reduce: (values: readonly number[]) => number,
  value: (row: Row) => number | null,
): readonly number[] {
  // The sum and the mean of one number are that number.
  if (per === 'decision') return rows.map(value).filter((one) => one !== null)
  return units(rows, per)
    .map((unit) => unit.map(value).filter((one) => one !== null))
    .filter((values) => values.length > 0)
    .map(reduce)
}

function truth(of: Expression, row: Row): number | null {
  const value = evaluate(of, row)
  return typeof value === 'boolean' ? Number(value) : null
}

function number(of: Expression, row: Row): number | null {
  const value = evaluate(of, row)
  return typeof value === 'number' ? value : null
}

function moments(values: readonly number[]): Statistics {
  return { kind: 'moments', n: values.length, sum: sumOf(values), squares: sumOf(values.map((x) => x * x)) }
}

function ratio(measure: Extract<Measure, { op: 'ratio' }>, rows: readonly Row[]): Statistics {
  const pairOf = (row: Row) => ({ x: number(measure.of, row), y: number(measure.over, row) })
  const both = rows.filter((row) => Object.values(pairOf(row)).every((one) => one !== null))
  const sums = (of: Expression) => observations(both, measure.per, sumOf, (row) => number(of, row))
  const x = sums(measure.of)
  const y = sums(measure.over)
  return {
    kind: 'ratio',
    n: x.length,
    x: sumOf(x),
    y: sumOf(y),
    xx: products(x, x),
    yy: products(y, y),
    xy: products(x, y),
  }
}

function order(q: number, values: readonly number[]): Statistics {
  const sorted = values.toSorted((a, b) => a - b)
  return orderStatistics(q, sorted.length, (rank) => sorted[rank - 1])
}

interface Labelled {
  readonly score: number
  readonly label: boolean
}

function labelled(
  { score, label }: { readonly score: Expression; readonly label: Expression },
  rows: readonly Row[],
): readonly Labelled[] {
  return rows.flatMap((row) => {
    const said = number(score, row)
    const is = evaluate(label, row)
    return said !== null && typeof is === 'boolean' ? [{ score: said, label: is }] : []
  })
}

/** U of the area: a whole number of half wins, which the area times the number of pairs hits up to rounding. */
function mannWhitney(rows: readonly Labelled[]): Statistics {
  const positives = rows.filter((row) => row.label).length
  const negatives = rows.length - positives
  if (positives === 0 || negatives === 0) return { kind: 'auc', positives, negatives, u: 0 }
  const area = auc(
    rows.map((row) => row.score),
    rows.map((row) => Number(row.label)),
  )
  return { kind: 'auc', positives, negatives, u: Math.round(2 * area * positives * negatives) / 2 }
}

function inBins(count: number, rows: readonly Labelled[]): Statistics {
  const edges = equalWidthEdges(count)
  const within = rows.filter((row) => row.score >= 0 && row.score <= 1)
  const byBin = Map.groupBy(within, (row) => edges.findIndex((edge) => row.score <= edge))
  const bins = [...byBin]
    .toSorted(([a], [b]) => a - b)
    .map(([, same]) => ({
      n: same.length,
      score: sumOf(same.map((row) => row.score)),
      positives: same.filter((row) => row.label).length,
    }))
  return { kind: 'bins', bins }
}

function sumOf(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}

function meanOf(values: readonly number[]): number {
  return sumOf(values) / values.length
}

function products(x: readonly number[], y: readonly number[]): number {
  return x.reduce((sum, one, i) => sum + one * (y[i] ?? 0), 0)
}
