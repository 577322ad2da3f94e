import type { Figures, Line } from '../result.ts'
import { dollars, listed } from './words.ts'

/** What was paid, what is left, and what next year starts with. */
export function settlementLines({ settlement, totalTax, lossCarryover }: Figures): Line[] {
  const { payments, owed, refund } = settlement
  const owing = refund === 0
  const compared = `${dollars(payments)} was paid on a tax of ${dollars(totalTax)}`
  return [
    {
      id: 'payments',
      part: 'payments',
      label: 'Tax already paid',
      amount: 0 - payments,
      because:
        payments === 0 ? 'No withholding or estimated tax was entered.' : 'Withheld or paid in advance.',
      form: 'Form 1040',
    },
    {
      id: owing ? 'owed' : 'refund',
      part: 'payments',
      label: owing ? 'You owe' : 'Your refund',
      amount: owing ? owed : refund,
      because: owing ? `${compared}, so the rest is owed.` : `${compared}, so the rest comes back.`,
      form: 'Form 1040',
    },
    ...carryover(lossCarryover),
  ]
}

function carryover({ shortTerm, longTerm }: Figures['lossCarryover']): Line[] {
  const amount = shortTerm + longTerm
  if (amount === 0) return []
  const parts = [
    ...(shortTerm > 0 ? [`${dollars(shortTerm)} short-term`] : []),
    ...(longTerm > 0 ? [`${dollars(longTerm)} long-term`] : []),
  ]
  return [
    {
      id: 'loss-carryover',
      part: 'next year',
      label: 'Capital loss carried to next year',
      amount,
      because: `The loss not used this year, ${listed(parts)}, lowers the gains and income of later years.`,
      form: 'Schedule D',
    },
  ]
}
