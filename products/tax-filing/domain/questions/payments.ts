import type { Question } from './question.ts'

/** What was paid in advance. */
export const paymentQuestions: readonly Question[] = [
  {
    id: 'payments',
    section: 'payments',
    text: 'Federal tax withheld and estimated tax paid',
    help: 'Box 2 of your W-2 forms, box 4 of Forms 1099, and your quarterly payments.',
    kind: 'money',
    default: 0,
  },
]
