import { computeReturn } from './domain/compute.ts'
import type { TaxReturn } from './domain/return.ts'
import type { AuditFacts } from './model/features.ts'

/** What a return says of the facts that the audit data knows. */
export function auditFacts(taxReturn: TaxReturn): AuditFacts {
  const { income, deduction } = computeReturn(taxReturn)
  const { employment, education, occupation, hoursPerWeek } = taxReturn.about
  return {
    employment,
    education,
    occupation,
    filingStatus: taxReturn.status,
    income: income.total,
    deductions: deduction.kind === 'itemized' ? deduction.amount : 0,
    hours: hoursPerWeek,
  }
}
