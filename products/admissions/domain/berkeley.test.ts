import { readFileSync } from 'node:fs'
import { commonOddsRatio, standardisedRates } from 'holon/stats'
import { expect, test } from 'vitest'
import { dataFile } from '../model/applications.ts'
import { departments, share, strata, together } from './berkeley.ts'

test('the table is that of the data', ({ skip }) => {
  const path = dataFile('UCBAdmissions.csv')
  if (path === undefined)
    return skip('the data are not here: set HOLON_DATASETS to the folder with admissions')
  const rows = readFileSync(path, 'utf8').replaceAll('"', '').trim().split('\n').slice(1)
  const counts = Object.fromEntries(
    rows.map((row) => {
      const [admit, sex, department, n] = row.split(',')
      return [`${admit} ${sex} ${department}`, Number(n)]
    }),
  )
  expect(rows).toHaveLength(24)
  for (const { name, men, women } of departments) {
    expect(counts[`Admitted Male ${name}`]).toBe(men.positive)
    expect(counts[`Rejected Male ${name}`]).toBe(men.n - men.positive)
    expect(counts[`Admitted Female ${name}`]).toBe(women.positive)
    expect(counts[`Rejected Female ${name}`]).toBe(women.n - women.positive)
  }
})

test('men lead together, women where everybody applied alike', () => {
  expect(share(together('men')) - share(together('women'))).toBeCloseTo(0.142, 3)
  const alike = standardisedRates(strata)
  expect(alike.second - alike.first).toBeCloseTo(0.043, 3)
  expect(departments.filter(({ men, women }) => share(women) > share(men)).map(({ name }) => name)).toEqual([
    'A',
    'B',
    'D',
    'F',
  ])
  expect(commonOddsRatio(strata)).toBeCloseTo(0.905, 3)
})
