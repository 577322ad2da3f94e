import { describe, expect, it } from 'vitest'
import { questions } from './interview.ts'
import { TaxReturn } from './return.ts'
import { standsOut } from './stands-out.ts'

const oddities = (more: object) =>
  standsOut(TaxReturn.parse({ year: 2025, status: 'single', ...more })).map((one) => one.question)

describe('what stands out', () => {
  it('is nothing in an ordinary return', () => {
    expect(oddities({ you: { wages: 60_000 }, itemized: { charity: 2_000 } })).toEqual([])
    expect(oddities({})).toEqual([])
  })

  it('is a business loss, of either spouse', () => {
    expect(oddities({ you: { wages: 60_000, business: { profit: -1 } } })).toEqual(['profit'])
  })

  it('is a gift above 30 % and deductions above half of the income, not at them', () => {
    expect(oddities({ you: { wages: 10_000 }, itemized: { charity: 3_000 } })).toEqual([])
    expect(oddities({ you: { wages: 10_000 }, itemized: { charity: 3_001 } })).toEqual(['charity'])
    expect(oddities({ you: { wages: 10_000 }, itemized: { mortgageInterest: 5_001 } })).toEqual([
      'hasExpenses',
    ])
  })

  it('names questions of the interview', () => {
    const ids: readonly string[] = questions.map((question) => question.id)
    for (const id of ['profit', 'charity', 'hasExpenses']) expect(ids).toContain(id)
  })
})
