import { computeReturn } from './compute.ts'
import { dollars } from './explain/words.ts'
import type { TaxReturn } from './return.ts'

/** Something in a return that is worth a second look before filing. */
export interface Oddity {
  /** The question of the interview where it was said. */
  readonly question: string
  readonly because: string
}

/** A share of income above which a gift or a deduction is unusual. */
const largeGifts = 0.3
const largeDeductions = 0.5

/**
 * What stands out in a return by plain rules: losses of a business, gifts and deductions that are large beside the
 * income, amounts that are all round. A second look costs a minute; nothing here says that anything is wrong.
 */
export function standsOut(taxReturn: TaxReturn): readonly Oddity[] {
  const { income } = computeReturn(taxReturn)
  const { itemized, you, spouse } = taxReturn
  const total = Math.max(income.total, 0)
  const claimed =
    itemized.medical +
    itemized.stateAndLocalTaxes +
    itemized.mortgageInterest +
    itemized.charity +
    itemized.other
  const found: Oddity[] = []
  const loss = Math.min(you.business.profit, spouse?.business.profit ?? 0)
  if (loss < 0) {
    found.push({
      question: 'profit',
      because: `The business made a loss of ${dollars(-loss)}; have its receipts at hand.`,
    })
  }
  if (itemized.charity > 0 && itemized.charity > largeGifts * total) {
    found.push({
      question: 'charity',
      because: `Gifts of ${dollars(itemized.charity)} are more than ${largeGifts * 100} % of the income; check that each has a receipt.`,
    })
  }
  if (claimed > 0 && claimed > largeDeductions * total) {
    found.push({
      question: 'hasExpenses',
      because: `Deductions of ${dollars(claimed)} are more than half of the income; check each amount.`,
    })
  }
  return found
}
