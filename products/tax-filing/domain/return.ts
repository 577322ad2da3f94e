import { z } from 'zod'
import { About } from './about.ts'
import { filingStatuses } from './filing-status.ts'

/** Amounts beyond this, in dollars, are taken for mistakes. */
export const largestAmount = 1e11

const amount = z.number().min(0).max(largestAmount).default(0)
const gainOrLoss = z.number().min(-largestAmount).max(largestAmount).default(0)

/** A sole proprietorship of one person for the year (Schedule C). Dollars. */
export const Business = z
  .strictObject({
    /** Receipts less expenses; a loss is negative. */
    profit: gainOrLoss,
    /** W-2 wages the business paid to employees. */
    wagesPaid: amount,
    /** Unadjusted basis of the property the business depreciates. */
    property: amount,
    /** Whether the business sells health, law, accounting, consulting, performing or similar services. */
    specifiedService: z.boolean().default(false),
  })
  .readonly()
export type Business = z.infer<typeof Business>

/** What one person earned. Dollars. */
export const Earner = z
  .strictObject({
    /** W-2 wages, box 1. */
    wages: amount,
    business: Business.prefault({}),
  })
  .readonly()
export type Earner = z.infer<typeof Earner>

/** Results of capital assets for the year, carried losses of earlier years included; losses are negative. Dollars. */
export const Gains = z.strictObject({ shortTerm: gainOrLoss, longTerm: gainOrLoss }).readonly()
export type Gains = z.infer<typeof Gains>

/** Expenses that may be itemized, as paid, before any limit (Schedule A). Dollars. */
export const ItemizedExpenses = z
  .strictObject({
    medical: amount.meta({ dataClass: 'sensitive' }),
    stateAndLocalTaxes: amount,
    mortgageInterest: amount,
    charity: amount,
    other: amount,
  })
  .readonly()
export type ItemizedExpenses = z.infer<typeof ItemizedExpenses>

/**
 * What a person tells to have a federal individual income tax return computed. Amounts left out are 0.
 *
 * @example
 * ```ts
 * computeReturn({ year: 2025, status: 'single', you: { wages: 60_000 } }).totalTax
 * ```
 */
export const TaxReturn = z
  .strictObject({
    year: z.literal([2024, 2025]).meta({ dataClass: 'public' }),
    status: z.enum(filingStatuses),
    you: Earner.prefault({}),
    /** Only when married filing jointly. */
    spouse: Earner.optional(),
    interest: amount,
    /** All ordinary dividends; the qualified ones are a part of them. */
    dividends: z.strictObject({ ordinary: amount, qualified: amount }).readonly().prefault({}),
    gains: Gains.prefault({}),
    /** Gain on exercising incentive stock options that were not sold in the year; only the minimum tax counts it. */
    stockOptions: amount,
    itemized: ItemizedExpenses.prefault({}),
    /** Which deduction is taken; `better` is the one that leaves the lower tax. */
    deduction: z.enum(['standard', 'itemized', 'better']).default('better'),
    /** Whether a spouse who files separately itemizes, which takes the standard deduction away. */
    spouseItemizes: z.boolean().default(false),
    /** Tax withheld and estimated tax paid. */
    payments: amount,
    about: About.prefault({}),
  })
  .readonly()
  .superRefine((taxReturn, context) => {
    const complain = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message })
    if (taxReturn.dividends.qualified > taxReturn.dividends.ordinary) {
      complain(
        ['dividends', 'qualified'],
        'Qualified dividends are a part of ordinary dividends; lower them.',
      )
    }
    if (taxReturn.spouse !== undefined && taxReturn.status !== 'married-jointly') {
      complain(['spouse'], 'Leave the spouse out unless the status is married-jointly.')
    }
    if (taxReturn.spouseItemizes && taxReturn.status !== 'married-separately') {
      complain(['spouseItemizes'], 'Set it only when the status is married-separately.')
    }
  })
export type TaxReturn = z.infer<typeof TaxReturn>

/** A return as it may be written, with amounts of 0 left out. */
export type TaxReturnInput = z.input<typeof TaxReturn>
