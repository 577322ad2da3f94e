import { describe, expect, it } from 'vitest'
import { computeReturn } from '../compute.ts'
import type { TaxReturnInput } from '../return.ts'

const because = (taxReturn: TaxReturnInput, id: string) =>
  computeReturn(taxReturn).lines.find((line) => line.id === id)?.because
const single = { year: 2025, status: 'single' } as const

it('shows a simple return from wages to refund, without lines of 0', () => {
  const { lines } = computeReturn({ ...single, you: { wages: 60_000 }, payments: 6_000 })
  expect(lines.map(({ id, amount }) => [id, amount])).toEqual([
    ['wages', 60_000],
    ['total-income', 60_000],
    ['adjusted-gross-income', 60_000],
    ['deduction', -15_750],
    ['taxable-income', 44_250],
    ['income-tax', 5_075],
    ['total-tax', 5_075],
    ['payments', -6_000],
    ['refund', 925],
  ])
})

it('shows the totals of an empty return', () => {
  const { lines } = computeReturn(single)
  expect(lines.find(({ id }) => id === 'total-tax')?.because).toBe('No tax is due.')
  expect(lines.find(({ id }) => id === 'owed')?.amount).toBe(0)
})

describe('reasons', () => {
  it('name the brackets and the rates of gains', () => {
    const taxReturn = { ...single, you: { wages: 60_000 }, gains: { longTerm: 10_000 } }
    expect(because(taxReturn, 'income-tax')).toBe(
      '10% of $11,925 and 12% of $32,325, read from the IRS Tax Table; ' +
        '0% of $4,100 and 15% of $5,900 of long-term gains and qualified dividends.',
    )
  })

  it('name the limit of a deduction', () => {
    const taxReturn = { ...single, you: { wages: 90_000 }, itemized: { stateAndLocalTaxes: 50_000 } }
    expect(because(taxReturn, 'deduction')).toBe(
      'State and local taxes $40,000 (of $50,000 paid, the rest does not count); ' +
        'this is more than the standard deduction of $15,750.',
    )
  })

  it('name the limits of the business deduction', () => {
    const taxReturn = { ...single, you: { wages: 230_000, business: { profit: 60_000, wagesPaid: 10_000 } } }
    expect(because(taxReturn, 'business-deduction')).toMatch(
      /^20% of the business income of \$59,\d+\.\d\d is .*; at your taxable income the wages and property of the business limit it to \$5,000\.$/,
    )
  })

  it('tell how much of a specified service counts, and when nothing does', () => {
    const business = { profit: 60_000, specifiedService: true }
    const within = { ...single, you: { wages: 180_000, business } }
    expect(because(within, 'business-deduction')).toMatch(
      /^\$\d\d,\d+\.\d\d of the business income of \$\d\d,\d+\.\d\d counts for a specified service; 20% of that is/,
    )
    expect(because({ ...single, you: { wages: 400_000, business } }, 'business-deduction')).toBe(
      'At your taxable income a specified service has no such deduction.',
    )
  })

  it('tell how a loss is used', () => {
    const taxReturn = { ...single, you: { wages: 90_000 }, gains: { shortTerm: -9_000, longTerm: 2_000 } }
    expect(because(taxReturn, 'capital-gains')).toBe(
      'Short-term -$9,000 and long-term $2,000 make -$7,000, of which a loss of $3,000 may be deducted this year.',
    )
    expect(because(taxReturn, 'loss-carryover')).toBe(
      'The loss not used this year, $4,000 short-term, lowers the gains and income of later years.',
    )
  })

  it('tell why the minimum tax arises', () => {
    const taxReturn = { ...single, you: { wages: 150_000 }, stockOptions: 200_000 }
    expect(because(taxReturn, 'minimum-tax')).toBe(
      'The minimum tax counts an income of $350,000 less $88,100 exempt and comes to $68,550, ' +
        'more than the income tax of $25,067; the difference is added.',
    )
  })
})
