import type { Expression, Measure, Statistics } from '../spec/measure.ts'
import { auc } from '../stats/metrics/auc.ts'
import { equalWidthEdges } from '../stats/metrics/reliability.ts'
import { evaluate } from './evaluate.ts'
import type { Row } from './join.ts'
import { meanOf, number, observations, pairs, sumOf, truth, units } from './observations.ts'
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

function moments(values: readonly number[]): Statistics {
  return { kind: 'moments', n: values.length, sum: sumOf(values), squares: sumOf(values.map((x) => x * x)) }
}

function ratio(measure: Extract<Measure, { op: 'ratio' }>, rows: readonly Row[]): Statistics {
  const { x, y } = pairs(measure, rows)
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

function products(x: readonly number[], y: readonly number[]): number {
  return x.reduce((sum, one, i) => sum + one * (y[i] ?? 0), 0)
}
