import { type Measure, orderStatistics, type Statistics } from 'holon'
import { number } from './literal.ts'

/** A row of a result: numbers as doubles. */
export type ResultRow = Readonly<Record<string, unknown>>

/** How observations become statistics: in SQL as far as it goes, the rest from the row that comes back. */
export interface Summary {
  /** Reads `x` and `y` of the observations of a table, and its key columns. */
  sql(table: string, keys: readonly string[]): string
  read(row: ResultRow): Statistics
}

/** The summary of a measure. */
export function summaryOf(measure: Measure): Summary {
  switch (measure.op) {
    case 'count':
      return count
    case 'rate':
      return measure.per === 'decision' ? shares : moments
    case 'mean':
    case 'sum':
      return moments
    case 'ratio':
      return ratio
    case 'quantile':
      return order(measure.q)
    case 'auc':
      return auc
    case 'calibrationError':
      return bins(measure.bins)
  }
}

const count: Summary = {
  sql: aggregate({ n: 'count(x)' }),
  read: (row) => ({ kind: 'count', n: of(row, 'n') }),
}

const moments: Summary = {
  sql: aggregate({ n: 'count(x)', sum: 'sum(x)', squares: 'sum(x * x)' }),
  read: (row) => ({
    kind: 'moments',
    n: of(row, 'n'),
    sum: of(row, 'sum'),
    squares: of(row, 'squares'),
  }),
}

/** Zeros and ones are their own squares. */
const shares: Summary = {
  sql: aggregate({ n: 'count(x)', sum: 'sum(x)' }),
  read: (row) => ({ kind: 'moments', n: of(row, 'n'), sum: of(row, 'sum'), squares: of(row, 'sum') }),
}

const both = 'FILTER (WHERE x IS NOT NULL AND y IS NOT NULL)'

const ratio: Summary = {
  sql: aggregate({
    n: `count(*) ${both}`,
    x: `sum(x) ${both}`,
    y: `sum(y) ${both}`,
    xx: `sum(x * x) ${both}`,
    yy: `sum(y * y) ${both}`,
    xy: `sum(x * y) ${both}`,
  }),
  read: (row) => ({
    kind: 'ratio',
    n: of(row, 'n'),
    x: of(row, 'x'),
    y: of(row, 'y'),
    xx: of(row, 'xx'),
    yy: of(row, 'yy'),
    xy: of(row, 'xy'),
  }),
}

/** `y` is the label. Rows are counted by score first; negatives below come from a running sum. */
const auc: Summary = {
  sql: (table, keys) => {
    const counted =
      `SELECT ${list(...keys, 'x')}, count(*) FILTER (WHERE y AND x IS NOT NULL) AS p,` +
      ` count(*) FILTER (WHERE NOT y AND x IS NOT NULL) AS m FROM ${table} GROUP BY ${list(...keys, 'x')}`
    const below =
      `coalesce(sum(m) OVER (${partition(keys)} ORDER BY x NULLS LAST` +
      ' ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)'
    return aggregate({ positives: 'sum(p)', negatives: 'sum(m)', u: 'sum(p * (below + m / 2))' })(
      `(SELECT ${list(...keys, 'p')}, m::DOUBLE AS m, ${below}::DOUBLE AS below FROM (${counted}))`,
      keys,
    )
  },
  read: (row) => ({
    kind: 'auc',
    positives: of(row, 'positives'),
    negatives: of(row, 'negatives'),
    u: of(row, 'u'),
  }),
}

/** `y` is the label. A bin holds its upper edge, i / count as a double: rounding up may miss it by one. */
function bins(count: number): Summary {
  const k = number(count)
  const exact = `b - CAST(b > 1 AND x <= (b - 1) / ${k} AS INTEGER) + CAST(x > b / ${k} AS INTEGER)`
  return {
    sql: (table, keys) => {
      const scored = `SELECT *, greatest(1, ceil(x * ${k})) AS b FROM ${table}`
      const placed = `SELECT *, CASE WHEN x BETWEEN 0 AND 1 AND y IS NOT NULL THEN ${exact} END AS bin FROM (${scored})`
      const summed =
        `SELECT ${list(...keys, 'bin')}, count(*)::DOUBLE AS n, sum(x) AS score,` +
        ` (count(*) FILTER (WHERE y))::DOUBLE AS positives FROM (${placed}) GROUP BY ${list(...keys, 'bin')}`
      const listed =
        'list({n: n, score: score, positives: positives} ORDER BY bin) FILTER (WHERE bin IS NOT NULL)'
      return grouped([`${listed} AS bins`], `(${summed})`, keys)
    },
    read: (row) => ({ kind: 'bins', bins: (row.bins ?? []) as Bin[] }),
  }
}

type Bin = Extract<Statistics, { kind: 'bins' }>['bins'][number]

/**
 * Ranks every value and brings back those near the quantile and near its bounds, whose exact ranks need more than SQL:
 * they are within two of these, by the normal approximation of the binomial distribution with its skewness.
 */
function order(q: number): Summary {
  const share = number(q)
  const margin = `${number(1.959963984540054)} * sqrt(n * ${share} * ${number(1 - q)})`
  const centres = [`1 + (n - 1) * ${share}`, `n * ${share} - ${margin}`, `n * ${share} + ${margin}`]
  const near = centres.map((place) => `rank BETWEEN floor(${place}) - 3 AND ceil(${place}) + 3`).join(' OR ')
  return {
    sql: (table, keys) => {
      const ranked =
        `SELECT ${list(...keys, 'x')}, row_number() OVER (${partition(keys)} ORDER BY x NULLS LAST)::DOUBLE AS rank,` +
        ` count(x) OVER (${partition(keys)})::DOUBLE AS n FROM ${table}`
      const listed = `list({rank: rank, x: x}) FILTER (WHERE x IS NOT NULL AND (${near})) AS places`
      return grouped(['coalesce(max(n), 0) AS n', listed], `(${ranked})`, keys)
    },
    read: (row) => {
      const places = (row.places ?? []) as { readonly rank: number; readonly x: number }[]
      const at = new Map(places.map((place) => [place.rank, place.x]))
      return orderStatistics(q, of(row, 'n'), (rank) => at.get(rank))
    },
  }
}

/** One row for each combination of the keys, sums as doubles, 0 where there is nothing to sum. */
function aggregate(columns: Readonly<Record<string, string>>): Summary['sql'] {
  const named = Object.entries(columns).map(([name, sql]) => `coalesce(${sql}, 0)::DOUBLE AS ${name}`)
  return (table, keys) => grouped(named, table, keys)
}

function grouped(columns: readonly string[], table: string, keys: readonly string[]): string {
  return `SELECT ${list(...keys, ...columns)} FROM ${table}${keys.length > 0 ? ` GROUP BY ${list(...keys)}` : ''}`
}

function partition(keys: readonly string[]): string {
  return keys.length > 0 ? `PARTITION BY ${list(...keys)}` : ''
}

function list(...columns: readonly string[]): string {
  return columns.join(', ')
}

function of(row: ResultRow, column: string): number {
  return row[column] as number
}
