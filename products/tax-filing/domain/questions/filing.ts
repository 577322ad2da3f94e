import { choicesOf } from '../about.ts'
import { filingStatusLabels } from '../filing-status.ts'
import type { Question } from './question.ts'

/** Year and filing status. */
export const filingQuestions: readonly Question[] = [
  {
    id: 'year',
    section: 'filing',
    text: 'Which tax year do you file for?',
    kind: 'choice',
    choices: [
      { value: '2025', label: '2025' },
      { value: '2024', label: '2024' },
    ],
    default: '2025',
  },
  {
    id: 'status',
    section: 'filing',
    text: 'What is your filing status?',
    help: 'Your situation on December 31. Unmarried with a child or parent at home: head of household. Widowed within the last two years with a child at home: qualifying surviving spouse.',
    kind: 'choice',
    choices: choicesOf(filingStatusLabels),
  },
  {
    id: 'spouseItemizes',
    section: 'filing',
    text: 'Does your spouse itemize deductions on a return of their own?',
    help: 'If one of you itemizes, the other has no standard deduction.',
    kind: 'yes-no',
    default: false,
    asked: (answers) => answers.status === 'married-separately',
  },
]
