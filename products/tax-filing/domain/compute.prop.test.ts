import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeReturn } from './compute.ts'
import { asFiled } from './conventions.ts'
import { type FilingStatus, filingStatuses } from './filing-status.ts'
import type { Figures, Line, LinePart } from './result.ts'
import type { TaxReturnInput } from './return.ts'

const exact = { ...asFiled, incomeTax: 'exact' } as const
const cent = 0.005

const amount = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 60_000 }),
  fc.integer({ min: 0, max: 150_000_000 }).map((cents) => cents / 100),
)
const gainOrLoss = fc.oneof(fc.constant(0), fc.integer({ min: -400_000, max: 400_000 }))
const business = fc.record({
  profit: gainOrLoss,
  wagesPaid: amount,
  property: amount,
  specifiedService: fc.boolean(),
})
const earner = fc.record({ wages: amount, business })
const employee = fc.record({ wages: amount })
const itemized = fc.record({
  medical: amount,
  stateAndLocalTaxes: amount,
  mortgageInterest: amount,
  charity: amount,
  other: amount,
})

function returns(earners: fc.Arbitrary<NonNullable<TaxReturnInput['you']>>): fc.Arbitrary<TaxReturnInput> {
  return fc
    .record({
      year: fc.constantFrom(2024 as const, 2025 as const),
      status: fc.constantFrom(...filingStatuses),
      you: earners,
      partner: earners,
      interest: amount,
      dividends: fc
        .tuple(amount, fc.double({ min: 0, max: 1, noNaN: true }))
        .map(([ordinary, share]) => ({ ordinary, qualified: Math.floor(ordinary * share) })),
      gains: fc.record({ shortTerm: gainOrLoss, longTerm: gainOrLoss }),
      stockOptions: amount,
      itemized,
      deduction: fc.constantFrom('standard' as const, 'itemized' as const, 'better' as const),
      payments: amount,
    })
    .map(({ partner, ...rest }) => (rest.status === 'married-jointly' ? { ...rest, spouse: partner } : rest))
}

const anyReturn = returns(earner)
const withoutBusiness = returns(employee)
const more = fc.integer({ min: 1, max: 50_000 })

/** Checks that a figure never falls when a return is changed. */
function neverLowers(
  from: fc.Arbitrary<TaxReturnInput>,
  change: (taxReturn: TaxReturnInput, by: number) => TaxReturnInput,
  figure: (figures: Figures) => number,
) {
  for (const conventions of [asFiled, exact]) {
    fc.assert(
      fc.property(from, more, (taxReturn, by) => {
        const before = figure(computeReturn(taxReturn, conventions))
        return figure(computeReturn(change(taxReturn, by), conventions)) >= before - cent
      }),
    )
  }
}

describe('any return', () => {
  it('has finite figures, no negative tax, and settles exactly', () => {
    fc.assert(
      fc.property(anyReturn, (taxReturn) => {
        const result = computeReturn(taxReturn)
        const taxes = [
          result.taxableIncome,
          result.regular.tax,
          result.minimumTax.tax,
          result.selfEmploymentTax,
          result.additionalMedicareTax.tax,
          result.netInvestmentIncomeTax.tax,
          result.totalTax,
          result.qualifiedBusinessIncome.deduction,
          result.settlement.owed,
          result.settlement.refund,
          result.totalPositiveIncome,
        ]
        expect(taxes.every((tax) => Number.isFinite(tax) && tax >= 0)).toBe(true)
        const { owed, refund, payments } = result.settlement
        expect(Math.min(owed, refund)).toBe(0)
        expect(owed - refund).toBeCloseTo(result.totalTax - payments, 6)
      }),
    )
  })

  it('is taxed no more with the better deduction than with either', () => {
    fc.assert(
      fc.property(anyReturn, (taxReturn) => {
        const tax = (deduction: 'standard' | 'itemized' | 'better') =>
          computeReturn({ ...taxReturn, deduction }).totalTax
        return tax('better') <= Math.min(tax('standard'), tax('itemized'))
      }),
    )
  })

  it('is computed the same twice, and without touching what it was given', () => {
    fc.assert(
      fc.property(anyReturn, (taxReturn) => {
        const before = structuredClone(taxReturn)
        expect(computeReturn(taxReturn)).toEqual(computeReturn(taxReturn))
        expect(taxReturn).toEqual(before)
      }),
    )
  })

  it('owes no less tax for filing separately or single instead of jointly', () => {
    const as = (taxReturn: TaxReturnInput, status: FilingStatus) =>
      computeReturn({ ...taxReturn, status }, exact).totalTax
    const alone = withoutBusiness.map(({ spouse: _, ...taxReturn }) => taxReturn)
    fc.assert(
      fc.property(alone, (taxReturn) => {
        const single = as(taxReturn, 'single')
        expect(single).toBeGreaterThanOrEqual(as(taxReturn, 'married-jointly') - cent)
        expect(as(taxReturn, 'married-separately')).toBeGreaterThanOrEqual(single - cent)
      }),
    )
  })
})

describe('the tax never falls', () => {
  it('with interest', () => {
    neverLowers(
      anyReturn,
      (taxReturn, by) => ({ ...taxReturn, interest: (taxReturn.interest ?? 0) + by }),
      ({ totalTax }) => totalTax,
    )
  })

  it('with wages of an employee', () => {
    neverLowers(
      withoutBusiness,
      (taxReturn, by) => ({ ...taxReturn, you: { wages: (taxReturn.you?.wages ?? 0) + by } }),
      ({ totalTax }) => totalTax,
    )
  })

  // Without gifts: income raises the limit on gifts, which may save more than a gain at 0 percent costs.
  it('with short-term gains', () => {
    neverLowers(
      withoutBusiness.map((taxReturn) => ({ ...taxReturn, itemized: { ...taxReturn.itemized, charity: 0 } })),
      ({ gains = {}, ...rest }, by) => ({
        ...rest,
        gains: { ...gains, shortTerm: (gains.shortTerm ?? 0) + by },
      }),
      ({ totalTax }) => totalTax,
    )
  })

  it('with stock options', () => {
    neverLowers(
      anyReturn,
      (taxReturn, by) => ({ ...taxReturn, stockOptions: (taxReturn.stockOptions ?? 0) + by }),
      ({ totalTax }) => totalTax,
    )
  })

  it('when dividends are not qualified', () => {
    neverLowers(
      anyReturn,
      ({ dividends, ...rest }) => ({ ...rest, dividends: { ordinary: dividends?.ordinary ?? 0 } }),
      ({ incomeTax }) => incomeTax,
    )
  })
})

it('takes from a dollar of interest less than the dollar, without a jump', () => {
  fc.assert(
    fc.property(withoutBusiness, (taxReturn) => {
      const interest = taxReturn.interest ?? 0
      const tax = computeReturn({ ...taxReturn, interest }, exact).totalTax
      const rise = computeReturn({ ...taxReturn, interest: interest + 1 }, exact).totalTax - tax
      return rise <= 1
    }),
  )
})

describe('the lines', () => {
  const sumOf = (lines: readonly Line[], part: LinePart, total: string) =>
    lines
      .filter((line) => line.part === part && line.id !== total)
      .reduce((sum, line) => sum + line.amount, 0)

  it('add up to their totals', () => {
    fc.assert(
      fc.property(anyReturn, (taxReturn) => {
        const { lines, totalTax, income, settlement } = computeReturn(taxReturn)
        const sources = lines.filter(({ id }) =>
          ['wages', 'business', 'interest', 'dividends', 'capital-gains'].includes(id),
        )
        expect(sources.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(income.total, 4)
        expect(sumOf(lines, 'tax', 'total-tax')).toBeCloseTo(totalTax, 4)
        const settled = lines.find(({ id }) => id === 'owed' || id === 'refund')
        expect(settled?.amount).toBe(settlement.owed + settlement.refund)
      }),
    )
  })

  it('each explain themselves in a sentence', () => {
    fc.assert(
      fc.property(anyReturn, (taxReturn) => {
        const { lines } = computeReturn(taxReturn)
        expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length)
        for (const line of lines) {
          expect(line.because).toMatch(/^[A-Z$0-9-].*\.$/)
          expect(line.because).not.toMatch(/NaN|undefined|Infinity|∞|-\$0(?![.\d])/)
        }
      }),
    )
  })
})
