import { expect, it } from 'vitest'
import { examinationRate } from '../../domain/examination-rates.ts'
import { published } from './income-band.ts'

it.each([
  [-5, 'without positive income', 2019, false],
  [12_000, 'below $25,000', 2019, false],
  [60_000, 'from $50,000 to $75,000', 2019, false],
  [700_000, 'from $500,000 to $1 million', 2019, false],
  [2_000_000, 'from $1 million to $5 million', 2018, true],
  [12_000_000, 'of $10 million or more', 2018, true],
])('says which incomes a rate for %d is about', (income, incomes, year, final) => {
  const rate = examinationRate(income)
  expect(published(rate?.rates.source ?? '', rate?.band.name ?? '')).toEqual({ incomes, year, final })
})

it('knows nothing of a source that is not its own', () => {
  expect(published('hearsay', '50K-75K')).toBeUndefined()
})
