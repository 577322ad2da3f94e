import { z } from 'zod'
import type { CaseRunner } from '../../../tools/case-runner.ts'
import { computeReturn } from '../domain/compute.ts'
import type { Conventions } from '../domain/conventions.ts'
import type { TaxReturnInput } from '../domain/return.ts'

/** The filing statuses as the peer names them. */
const statuses = {
  Single: 'single',
  'Married/Joint': 'married-jointly',
  'Married/Sep': 'married-separately',
  Head_of_House: 'head-of-household',
  'Widow(er)': 'surviving-spouse',
} as const

const Input = z.object({
  year: z.literal([2024, 2025]),
  status: z.enum(Object.keys(statuses) as [keyof typeof statuses]),
  w2: z.number(),
  se: z.number(),
  stcg: z.number(),
  ltcg: z.number(),
  interest: z.number(),
  ord_div: z.number(),
  qual_div: z.number(),
  itemized: z.number(),
  iso: z.number(),
  std_or_item: z.enum(['Standard', 'Itemized']),
})

/**
 * Where the peer leaves the law: it taxes by the exact schedule at every income, lets the minimum tax keep the standard
 * deduction, does not increase the minimum-taxable income of separate filers, and phases the limits of the business
 * deduction in over the joint range for a surviving spouse.
 */
const peer: Conventions = {
  incomeTax: 'exact',
  minimumTaxAllowsStandardDeduction: true,
  minimumTaxSeparateIncrease: false,
  survivorPhaseIn: 'joint',
}

/**
 * Reads a case the way the peer does: wages and business belong to the first earner; qualified dividends are counted as
 * ordinary ones where fewer are stated; the itemized sum has no part the minimum tax disallows; "Itemized" still takes a
 * larger standard deduction.
 */
function taxReturnOf(input: z.infer<typeof Input>): TaxReturnInput {
  return {
    year: input.year,
    status: statuses[input.status],
    you: { wages: input.w2, business: { profit: input.se } },
    gains: { shortTerm: input.stcg, longTerm: input.ltcg },
    interest: input.interest,
    dividends: { ordinary: Math.max(input.ord_div, input.qual_div), qualified: input.qual_div },
    itemized: { other: input.itemized },
    stockOptions: input.iso,
    deduction: input.std_or_item === 'Standard' ? 'standard' : 'better',
  }
}

/** Whole returns as the peer computes them. */
export const runner: CaseRunner = {
  ids: ['tax/federal-income-tax'],
  run(input) {
    const result = computeReturn(taxReturnOf(Input.parse(input)), peer)
    return {
      agi: result.adjustedGrossIncome,
      taxable_income: result.taxableIncome,
      se_tax: result.selfEmploymentTax,
      niit: result.netInvestmentIncomeTax.tax,
      addl_medicare: result.additionalMedicareTax.tax,
      amt: result.minimumTax.tax,
      amti: result.minimumTax.income,
      income_tax: result.incomeTax,
      total_tax: result.totalTax,
      qbi_deduction: result.qualifiedBusinessIncome.deduction,
    }
  },
}
