import { HolonError } from '../../spec/error.ts'
import { chiSquareSurvival } from '../distribution/chi-square.ts'
import type { TestResult } from './test-result.ts'

/** Rows by columns of counts. */
export type Table = readonly (readonly number[])[]

/**
 * Pearson's chi-square test that rows and columns are independent; `yates` corrects a 2 by 2 table for
 * continuity.
 */
export function pearsonTest(table: Table, { yates = false } = {}): TestResult {
  return independence(table, (count, expected) => {
    const distance = Math.abs(count - expected)
    const corrected = yates ? distance - Math.min(0.5, distance) : distance
    return (corrected * corrected) / expected
  })
}

/** The likelihood-ratio (G) test that rows and columns are independent. */
export function likelihoodRatioTest(table: Table): TestResult {
  return independence(table, (count, expected) => (count === 0 ? 0 : 2 * count * Math.log(count / expected)))
}

function independence(table: Table, part: (count: number, expected: number) => number): TestResult {
  const rows = table.map((row) => sum(row))
  const width = table[0]?.length ?? 0
  if (rows.some((row) => !(row >= 0)) || table.some((row) => row.length !== width)) {
    throw new HolonError('input-invalid', 'the table is not rectangular', 'Give rows of equally many counts.')
  }
  const columns = Array.from({ length: width }, (_, column) => sum(table.map((row) => row[column] ?? 0)))
  const total = sum(rows)
  let statistic = 0
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) {
      const expected = ((rows[i] ?? 0) * (columns[j] ?? 0)) / total
      if (expected > 0) statistic += part(count, expected)
    }
  }
  const freedom = (filled(rows) - 1) * (filled(columns) - 1)
  return { statistic, pValue: freedom < 1 ? 1 : chiSquareSurvival(Math.max(0, statistic), freedom) }
}

function filled(totals: readonly number[]): number {
  return totals.filter((total) => total > 0).length
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
