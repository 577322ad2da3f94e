import { checkReturn } from './check-return.ts'
import { asFiled, type Conventions } from './conventions.ts'
import { explain } from './explain/explain.ts'
import { computeFigures } from './figures.ts'
import type { Result } from './result.ts'
import type { TaxReturnInput } from './return.ts'

/**
 * Computes a federal individual income tax return with every figure and the lines that explain it.
 *
 * @param taxReturn what the person tells; amounts left out are 0
 * @param conventions the law as filed unless said otherwise
 * @throws HolonError `input-invalid` naming the field and what it may be
 *
 * @example
 * ```ts
 * const result = computeReturn({ year: 2025, status: 'single', you: { wages: 60_000 } })
 * result.taxableIncome // 44250
 * result.lines.map((line) => `${line.label}: ${line.because}`)
 * ```
 */
export function computeReturn(taxReturn: TaxReturnInput, conventions: Conventions = asFiled): Result {
  const checked = checkReturn(taxReturn)
  const figures = computeFigures(checked, conventions)
  return { ...figures, lines: explain(checked, figures, conventions) }
}
