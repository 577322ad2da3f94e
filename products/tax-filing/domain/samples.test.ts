import { describe, expect, it } from 'vitest'
import { computeReturn } from './compute.ts'
import { filingStatuses } from './filing-status.ts'
import { answersToReturn, askedQuestions, missingAnswers } from './interview.ts'
import { samples } from './samples.ts'

const resultOf = (id: string) => {
  const sample = samples.find((each) => each.id === id)
  if (sample === undefined) throw new TypeError(`no sample ${id}`)
  return computeReturn(answersToReturn(sample.answers))
}

describe.each(samples)('$id', ({ answers }) => {
  it('is complete, and every answer counts', () => {
    expect(missingAnswers(answers)).toEqual([])
    const counted = askedQuestions(answers).map(({ question }) => question.id)
    expect(Object.keys(answers).filter((id) => !counted.includes(id))).toEqual([])
  })

  it('settles near what was paid, as an ordinary return does', () => {
    const { totalTax, settlement } = computeReturn(answersToReturn(answers))
    expect(totalTax).toBeGreaterThan(0)
    expect(settlement.owed + settlement.refund).toBeLessThan(totalTax / 2)
  })
})

it('covers every filing status and both years', () => {
  const taxReturns = samples.map(({ answers }) => answersToReturn(answers))
  expect(new Set(taxReturns.map(({ status }) => status))).toEqual(new Set(filingStatuses))
  expect(new Set(taxReturns.map(({ year }) => year))).toEqual(new Set([2024, 2025]))
})

it('shows what its description says', () => {
  expect(resultOf('homeowners').deduction.kind).toBe('itemized')
  expect(resultOf('stock-options').minimumTax.tax).toBeGreaterThan(0)
  expect(resultOf('investor-with-losses').lossCarryover.shortTerm).toBeGreaterThan(0)
  expect(resultOf('separate-shopkeeper').deduction.standard).toBe(0)
  const { phasedIn } = resultOf('consultants').qualifiedBusinessIncome
  expect(phasedIn).toBeGreaterThan(0)
  expect(phasedIn).toBeLessThan(1)
})
