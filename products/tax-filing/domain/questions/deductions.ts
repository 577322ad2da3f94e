import { choicesOf } from '../about.ts'
import { isYes, type Question } from './question.ts'

const asked = isYes('hasExpenses')

/** Expenses that may be itemized, and the choice of deduction. */
export const deductionQuestions: readonly Question[] = [
  {
    id: 'hasExpenses',
    section: 'deductions',
    text: 'Do you have large expenses to deduct?',
    help: 'Mortgage interest, state and local taxes, gifts to charity, or high medical bills. They help only where together they exceed the standard deduction.',
    kind: 'yes-no',
  },
  {
    id: 'stateAndLocalTaxes',
    section: 'deductions',
    text: 'State and local taxes paid',
    help: 'Income or sales tax and property tax. The law limits what counts.',
    kind: 'money',
    default: 0,
    asked,
  },
  {
    id: 'mortgageInterest',
    section: 'deductions',
    text: 'Deductible mortgage interest',
    help: 'Box 1 of Form 1098.',
    kind: 'money',
    default: 0,
    asked,
  },
  { id: 'charity', section: 'deductions', text: 'Money given to charity', kind: 'money', default: 0, asked },
  {
    id: 'medical',
    section: 'deductions',
    text: 'Medical and dental expenses you paid yourself',
    help: 'Only the part over 7.5% of your income counts.',
    kind: 'money',
    default: 0,
    asked,
  },
  {
    id: 'otherExpenses',
    section: 'deductions',
    text: 'Other itemized deductions',
    kind: 'money',
    default: 0,
    asked,
  },
  {
    id: 'deduction',
    section: 'deductions',
    text: 'Which deduction do you want?',
    kind: 'choice',
    choices: choicesOf({
      better: 'The one that leaves less tax',
      standard: 'The standard deduction',
      itemized: 'Itemized deductions',
    }),
    default: 'better',
    asked,
  },
]
