import { askedQuestions } from '../../domain/interview.ts'
import type { Answers, SectionId } from '../../domain/questions/question.ts'

/** Where an amount was answered. */
export interface Place {
  readonly section: SectionId
  readonly question: string
}

const questionOf: Readonly<Record<string, string>> = {
  wages: 'wages',
  business: 'profit',
  interest: 'interest',
  dividends: 'ordinaryDividends',
  'capital-gains': 'longTermGain',
  'self-employment-deduction': 'profit',
  deduction: 'hasExpenses',
  'business-deduction': 'profit',
  'minimum-tax': 'hasStockOptions',
  'self-employment-tax': 'profit',
  payments: 'payments',
  'loss-carryover': 'shortTermGain',
}

/** The question behind a line of the result, if it has one that came up. */
export function placeOfLine(line: string, answers: Answers): Place | undefined {
  return placeOf(questionOf[line], answers)
}

/** The place of a question, if it came up. */
export function placeOf(question: string | undefined, answers: Answers): Place | undefined {
  const found = askedQuestions(answers).find((asked) => asked.question.id === question)
  return found && { section: found.question.section, question: found.question.id }
}
