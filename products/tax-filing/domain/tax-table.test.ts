import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dataPath, withData } from '../../../tools/optional.ts'
import { rowTax, tableRow, tableTax } from './tax-table.ts'
import { year2024 } from './years/year-2024.ts'

const { brackets } = year2024
const printed = 'tax/irs-tax-table-2024.csv'

describe('rows', () => {
  it.each([
    [0, [0, 5]],
    [4.99, [0, 5]],
    [5, [5, 15]],
    [15, [15, 25]],
    [25, [25, 50]],
    [2_999.99, [2_975, 3_000]],
    [3_000, [3_000, 3_050]],
    [99_999.99, [99_950, 100_000]],
  ])('finds the row of %d', (income, row) => {
    expect(tableRow(income)).toEqual(row)
  })

  it.each([-1, 100_000, Number.NaN])('has no row for %d', (income) => {
    expect(() => tableRow(income)).toThrow(expect.objectContaining({ code: 'input-invalid' }))
  })

  it('rounds half a dollar up', () => {
    expect(rowTax([3_000, 3_050], brackets.single)).toBe(303)
  })
})

describe('tax as filed', () => {
  // The example of the instructions to Form 1040 of 2024: a couple with a taxable income of 25,300.
  it('reads the table below 100,000', () => {
    expect(tableTax(25_300, brackets['married-jointly'])).toBe(2_575)
  })

  it('uses the schedule from 100,000 on', () => {
    expect(tableTax(100_000, brackets.single)).toBeCloseTo(17_053, 9)
  })

  it('does not lose a row to binary noise', () => {
    expect(tableTax(25_299.999999999, brackets.single)).toBe(tableTax(25_300, brackets.single))
  })

  it('is 0 without income', () => {
    expect(tableTax(0, brackets.single)).toBe(0)
    expect(tableTax(-1, brackets.single)).toBe(0)
  })
})

withData(printed)('the printed table of 2024', () => {
  it('equals every cell', () => {
    const rows = readFileSync(dataPath(printed), 'utf8').trim().split('\n').slice(1)
    const different = rows.filter((line) => {
      const [atLeast = 0, lessThan = 0, ...taxes] = line.split(',').map(Number)
      const computed = [
        brackets.single,
        brackets['married-jointly'],
        brackets['married-separately'],
        brackets['head-of-household'],
      ].map((each) => rowTax([atLeast, lessThan], each))
      const found = tableRow(atLeast)
      return found[0] !== atLeast || found[1] !== lessThan || computed.join() !== taxes.join()
    })
    expect(rows.length).toBe(2_062)
    expect(different).toEqual([])
  })
})
