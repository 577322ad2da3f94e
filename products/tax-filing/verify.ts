import type { Random } from 'holon'
import { defineVerification } from 'holon/verify'
import { computeReturn } from './domain/compute.ts'
import type { TaxReturnInput } from './domain/return.ts'
import { standsOut } from './domain/stands-out.ts'
import { knownIncome } from './model/features.ts'
import { taxFiling } from './system.ts'
import { filerOf } from './world/filer.ts'

/** What the meter promises whatever its model says. */
export const verification = defineVerification(taxFiling, {
  contexts: { 'audit-risk-meter': oddReturn },
  invariants: [
    {
      name: 'no number is shown that was not calibrated',
      holds: ({ answer, record }) =>
        answer.experience === 'nothing' || record.predictions.every(({ calibrated }) => calibrated),
    },
    {
      name: 'no reading for an income the model has never seen',
      holds: ({ answer, context }) => {
        if (answer.experience === 'nothing') return true
        const { total } = computeReturn(context).income
        return Math.min(total - knownIncome.from, knownIncome.to - total)
      },
    },
    {
      name: 'what stands out is never called low',
      holds: ({ answer, context }) =>
        answer.experience === 'nothing' ||
        answer.parameters.level !== 'low' ||
        standsOut(context).length === 0,
    },
    {
      name: 'a low reading comes with the guarantee, and no other does',
      holds: ({ answer }) =>
        answer.experience === 'nothing' ||
        (answer.parameters.level === 'low') === (answer.parameters.guarantee === 'included'),
    },
    {
      name: 'the number shown is the calibrated prediction',
      holds: ({ answer }) =>
        answer.experience === 'nothing' ||
        0.0501 - Math.abs(answer.parameters.percent - 100 * Number(answer.prediction)),
    },
  ],
})

/** A plausible return, with something in it that stands out half of the time. */
function oddReturn(random: Random): TaxReturnInput {
  const { taxReturn } = filerOf(random)
  if (random.next() < 0.5) return taxReturn
  const gift = Math.round(100_000 * random.next())
  return random.next() < 0.5
    ? { ...taxReturn, itemized: { charity: gift } }
    : { ...taxReturn, you: { ...taxReturn.you, business: { profit: -gift } } }
}
