import { HolonError } from 'holon'
import { checkReturn } from './check-return.ts'
import { dollars } from './explain/words.ts'
import { aboutQuestions } from './questions/about.ts'
import { businessQuestions } from './questions/business.ts'
import { deductionQuestions } from './questions/deductions.ts'
import { filingQuestions } from './questions/filing.ts'
import { investmentQuestions } from './questions/investments.ts'
import { paymentQuestions } from './questions/payments.ts'
import { type Answer, type Answers, numberIn, type Question, type SectionId } from './questions/question.ts'
import { workQuestions } from './questions/work.ts'
import { largestAmount, type TaxReturn } from './return.ts'

/** A part of the interview. */
export interface Section {
  readonly id: SectionId
  readonly title: string
  readonly intro?: string
}

/** The parts of the interview, in order. */
export const sections: readonly Section[] = Object.freeze([
  { id: 'filing', title: 'How you file' },
  { id: 'work', title: 'Work' },
  { id: 'investments', title: 'Savings and investments' },
  { id: 'business', title: 'Your business', intro: 'At your income, these limit the business deduction.' },
  { id: 'deductions', title: 'Deductions' },
  { id: 'payments', title: 'What you already paid' },
  {
    id: 'about',
    title: 'About your work',
    intro:
      'Optional. Changes no tax; it makes the audit-risk meter better founded. We never ask it for age or gender.',
  },
])

/** Every question, in order; which come up depends on the answers before. */
export const questions: readonly Question[] = Object.freeze([
  ...filingQuestions,
  ...workQuestions,
  ...investmentQuestions,
  ...businessQuestions,
  ...deductionQuestions,
  ...paymentQuestions,
  ...aboutQuestions,
])

/** What this product does not compute; a person with one of these needs another way to file. */
export const notCovered: readonly string[] = Object.freeze([
  'Credits, such as for children, education or earned income',
  'Being 65 or older, blind, or claimed as a dependent by someone else',
  'Pensions, social security, rental or partnership income',
  'Tips, overtime and car loan interest (2025)',
  'Adjustments such as retirement or health savings contributions',
  'State returns',
])

/** A question that comes up, with the answer that counts for it or what is wrong with the one given. */
export interface AskedQuestion {
  readonly question: Question
  /** The usable answer given, or the default. */
  readonly answer?: Answer
  /** Why the answer given cannot be used, as a sentence to show beside it. */
  readonly problem?: string
}

/** The questions that come up, in order. An answer counts only if its question came up, given those before it. */
export function askedQuestions(answers: Answers): readonly AskedQuestion[] {
  return walk(answers).asked
}

/** The questions that must still be answered, or answered otherwise, before a return can be computed. */
export function missingAnswers(answers: Answers): readonly Question[] {
  return walk(answers)
    .asked.filter(isOpen)
    .map(({ question }) => question)
}

/**
 * The tax return that the answers describe. Answers to questions that do not come up are ignored; defaults count.
 *
 * @throws HolonError `input-invalid` when an answer is missing or cannot be used; `details.field` is the question's id.
 *
 * @example
 * ```ts
 * answersToReturn({ year: '2025', status: 'single', hasWages: true, wages: 60_000, hasBusiness: false,
 *   hasInvestments: false, hasExpenses: false })
 * ```
 */
export function answersToReturn(answers: Answers): TaxReturn {
  const { asked, counted } = walk(answers)
  const open = asked.find(isOpen)
  if (open === undefined) return checkReturn(returnOf(counted))
  const { question, problem } = open
  const wrong = problem === undefined ? 'has no answer' : 'has an answer that cannot be used'
  throw new HolonError('input-invalid', `"${question.text}" ${wrong}`, problem ?? 'Answer this question.', {
    details: { field: question.id },
  })
}

function walk(answers: Answers): { asked: readonly AskedQuestion[]; counted: Answers } {
  const counted: Record<string, Answer> = {}
  const asked: AskedQuestion[] = []
  for (const question of questions) {
    if (question.asked !== undefined && !question.asked(counted)) continue
    const seen = look(
      question,
      Object.hasOwn(answers, question.id) ? answers[question.id] : undefined,
      counted,
    )
    if (seen.answer !== undefined) counted[question.id] = seen.answer
    asked.push(seen)
  }
  return { asked, counted }
}

function look(question: Question, given: Answer | undefined, counted: Answers): AskedQuestion {
  const answer = given ?? question.default
  if (answer === undefined) return { question }
  const problem = problemOf(question, answer, counted)
  return problem === undefined ? { question, answer } : { question, problem }
}

function isOpen({ question, answer, problem }: AskedQuestion): boolean {
  return problem !== undefined || (answer === undefined && question.optional !== true)
}

function problemOf(question: Question, answer: Answer, answers: Answers): string | undefined {
  switch (question.kind) {
    case 'yes-no':
      return typeof answer === 'boolean' ? undefined : 'Answer yes or no.'
    case 'choice':
      return question.choices?.some(({ value }) => value === answer)
        ? undefined
        : 'Choose one of the answers.'
    case 'money':
    case 'count':
      return problemOfNumber(question, answer, answers)
  }
}

function problemOfNumber(question: Question, answer: Answer, answers: Answers): string | undefined {
  if (typeof answer !== 'number' || !Number.isFinite(answer)) return 'Give a number.'
  const [least, most] = question.range?.(answers) ?? [0, largestAmount]
  const shown = question.kind === 'money' ? dollars : String
  if (answer < least) return `Give ${shown(least)} or more.`
  return answer > most ? `Give ${shown(most)} or less.` : undefined
}

function returnOf(answers: Answers): unknown {
  const amount = (id: string) => numberIn(answers, id)
  const joint = answers.status === 'married-jointly'
  const spouse = {
    wages: amount('spouseWages'),
    business: {
      profit: amount('spouseProfit'),
      wagesPaid: amount('spouseWagesPaid'),
      property: amount('spouseProperty'),
      specifiedService: answers.spouseSpecifiedService,
    },
  }
  return {
    year: Number(answers.year),
    status: answers.status,
    you: {
      wages: amount('wages'),
      business: {
        profit: amount('profit'),
        wagesPaid: amount('wagesPaid'),
        property: amount('property'),
        specifiedService: answers.specifiedService,
      },
    },
    ...(joint ? { spouse } : {}),
    interest: amount('interest'),
    dividends: { ordinary: amount('ordinaryDividends'), qualified: amount('qualifiedDividends') },
    gains: { shortTerm: amount('shortTermGain'), longTerm: amount('longTermGain') },
    stockOptions: amount('stockOptions'),
    itemized: {
      medical: amount('medical'),
      stateAndLocalTaxes: amount('stateAndLocalTaxes'),
      mortgageInterest: amount('mortgageInterest'),
      charity: amount('charity'),
      other: amount('otherExpenses'),
    },
    deduction: answers.deduction,
    spouseItemizes: answers.spouseItemizes,
    payments: amount('payments'),
    about: {
      employment: answers.employment,
      education: answers.education,
      occupation: answers.occupation,
      hoursPerWeek: answers.hoursPerWeek,
    },
  }
}
