import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type Cells, filingStatusOf, labelledFacts, readAuditData } from './audit-data.ts'

const row = {
  ID: '7',
  Age: '38',
  Employment: 'Private',
  Education: 'College',
  Marital: 'Unmarried',
  Occupation: 'NA',
  Income: '81838',
  Gender: 'Female',
  Deductions: '0',
  Hours: '72',
  IGNORE_Accounts: 'Elsewhere',
  RISK_Adjustment: '0',
  TARGET_Adjusted: '1',
}
const folder = mkdtempSync(join(tmpdir(), 'holon-audit-'))
afterAll(() => rmSync(folder, { recursive: true }))

function read(...rows: readonly Cells[]) {
  const file = join(folder, 'audit.csv')
  const lines = [Object.keys(row), ...rows.map((each) => Object.values(each))].map((cells) => cells.join(','))
  writeFileSync(file, `${lines.join('\n')}\n`)
  return readAuditData(file)
}

test('a row becomes what the model may know and what was found', () => {
  expect(labelledFacts(row)).toEqual({
    facts: {
      employment: 'Private',
      education: 'College',
      occupation: undefined,
      filingStatus: 'single',
      income: 81838,
      deductions: 0,
      hours: 72,
    },
    label: 1,
  })
})

test.each([
  ['Married', 'married-jointly'],
  ['Married-spouse-absent', 'married-separately'],
  ['Absent', 'single'],
  ['Unmarried', 'single'],
  ['Divorced', 'single'],
  ['Widowed', 'single'],
])('%s files as %s', (marital, status) => {
  expect(filingStatusOf(marital)).toBe(status)
})

test('reads a file and tells it by its bytes', () => {
  const { examples, sha256 } = read(row, { ...row, ID: '8' })
  expect(examples).toHaveLength(2)
  expect(examples[0]?.groups).toEqual({ gender: 'Female', age: 38, marital: 'Unmarried' })
  expect(sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(read(row).sha256).not.toBe(sha256)
})

test.each([
  [{ TARGET_Adjusted: 'yes' }, 'row 1 has "yes" as TARGET_Adjusted'],
  [{ Income: '-5' }, 'row 1 has "-5" as Income'],
  [{ Hours: '' }, 'row 1 has "" as Hours'],
  [{ Education: 'Yr13' }, 'row 1 has "Yr13" as Education'],
])('refuses %j', (change, message) => {
  expect(() => read({ ...row, ...change })).toThrow(message)
})

test('refuses a return that is there twice', () => {
  expect(() => read(row, row)).toThrow('row 2 has "7" as ID')
})
