import type { Result } from '../../domain/result.ts'
import type { Entry } from '../look/ledger.tsx'
import { endingOf } from '../look/settlement.ts'

/** A result in six rows: what came in, what is taxed, what is due. */
export function entriesOf(result: Result): readonly Entry[] {
  const { income, adjustments, deduction, qualifiedBusinessIncome, settlement } = result
  const { label, amount } = endingOf(settlement)
  return [
    { label: 'Income', amount: income.total },
    { label: 'Deductions', amount: -(adjustments + deduction.amount + qualifiedBusinessIncome.deduction) },
    { label: 'Taxable income', amount: result.taxableIncome, total: true },
    { label: 'Total tax', amount: result.totalTax },
    { label: 'Already paid', amount: -settlement.payments },
    { label, amount, total: true },
  ]
}
