import type { Conventions } from '../conventions.ts'
import type { Figures, Line } from '../result.ts'
import type { TaxReturn } from '../return.ts'
import { deductionLines } from './deduction-lines.ts'
import { incomeLines } from './income-lines.ts'
import { settlementLines } from './settlement-lines.ts'
import { taxLines } from './tax-lines.ts'

/**
 * The lines of a result in the order they add up. What lowers the sum above it has a negative amount, so that each
 * total is the sum of its lines. Sources and taxes of 0 are left out; totals never are.
 */
export function explain(taxReturn: TaxReturn, figures: Figures, conventions: Conventions): readonly Line[] {
  return [
    ...incomeLines(taxReturn, figures),
    ...deductionLines(taxReturn, figures),
    ...taxLines(taxReturn, figures, conventions),
    ...settlementLines(figures),
  ]
}
