import { expect, test } from 'vitest'
import { labelledRow } from './evaluate.ts'

const cells: Record<string, string> = {
  Employment: 'NA',
  Education: 'Master',
  Marital: 'Married',
  Occupation: 'Juggler',
  Income: '81838',
  Deductions: '0',
  Hours: '72',
  TARGET_Adjusted: '0',
}
const reader = (values: Record<string, string>) => ({
  file: 'audit.csv',
  has: (column: string) => column in values,
  text: (column: string) => values[column] ?? '',
  number: (column: string) => Number(values[column]),
  numbers: () => [],
  flag: (column: string) => values[column] === '1',
})

test('makes features and label of a row, whatever its occupation is called', () => {
  const read = labelledRow(reader(cells))
  expect(read?.label).toBe(false)
  expect(read?.features).toMatchObject({
    schooling: 18,
    hours: 72,
    'filing status=joint': true,
    'occupation=Sales': false,
  })
})

test('says which cell of a row cannot be used', () => {
  expect(() => labelledRow(reader({ ...cells, Income: 'much' }))).toThrow('"much" as Income')
})
