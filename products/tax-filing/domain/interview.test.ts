import fc from 'fast-check'
import { HolonError } from 'holon'
import { describe, expect, it } from 'vitest'
import { answersToReturn, askedQuestions, missingAnswers, questions, sections } from './interview.ts'
import type { Answer, Answers, Question } from './questions/question.ts'

const shortest: Answers = {
  status: 'single',
  hasWages: true,
  wages: 60_000,
  hasBusiness: false,
  hasInvestments: false,
  hasExpenses: false,
}
const asked = (answers: Answers) => askedQuestions(answers).map(({ question }) => question.id)
const missing = (answers: Answers) => missingAnswers(answers).map(({ id }) => id)

describe('the questions', () => {
  it('have unique ids and come section by section', () => {
    const ids = questions.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const order = sections.map(({ id }) => id)
    const places = questions.map(({ section }) => order.indexOf(section))
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it('start with few, and grow with the answers', () => {
    expect(missing({})).toEqual(['status', 'hasWages', 'hasBusiness', 'hasInvestments', 'hasExpenses'])
    expect(missing({ hasWages: true })).toContain('wages')
    expect(asked({ status: 'married-jointly', hasWages: true })).toContain('spouseWages')
    expect(asked({ status: 'married-separately' })).toContain('spouseItemizes')
    expect(asked(shortest)).not.toContain('interest')
  })

  it('ask about the limits of the business deduction only where they can matter', () => {
    const business = { ...shortest, hasBusiness: true, profit: 90_000 }
    expect(missing(business)).toEqual([])
    expect(missing({ ...business, wages: 150_000 })).toEqual(['specifiedService'])
    expect(missing({ ...business, wages: 150_000, profit: -10_000 })).toEqual([])
  })

  it('never ask for age or gender', () => {
    const words = questions.map(({ text, help = '' }) => `${text} ${help}`).join(' ')
    expect(words).not.toMatch(/\b(age|born|birth|gender|sex|male|female)\b/i)
  })
})

describe('answers', () => {
  it('become a return', () => {
    const taxReturn = answersToReturn({
      ...shortest,
      payments: 5_000,
      employment: 'Private',
      hoursPerWeek: 40,
    })
    expect(taxReturn).toMatchObject({
      year: 2025,
      status: 'single',
      you: { wages: 60_000 },
      payments: 5_000,
      about: { employment: 'Private', hoursPerWeek: 40 },
    })
    expect(taxReturn.spouse).toBeUndefined()
  })

  it('to questions that no longer come up are ignored', () => {
    const taxReturn = answersToReturn({
      ...shortest,
      hasInvestments: false,
      interest: 900,
      spouseWages: 40_000,
      hasWages: false,
    })
    expect(taxReturn.interest).toBe(0)
    expect(taxReturn.you.wages).toBe(0)
  })

  it('that cannot be used say why and count as missing', () => {
    const answers = { ...shortest, hasInvestments: true, ordinaryDividends: 100, qualifiedDividends: 200 }
    const seen = askedQuestions(answers).find(({ question }) => question.id === 'qualifiedDividends')
    expect(seen).toMatchObject({ problem: 'Give $100 or less.' })
    expect(missing(answers)).toEqual(['qualifiedDividends'])
    expect(missing({ ...shortest, wages: Number.NaN })).toEqual(['wages'])
    expect(missing({ ...shortest, wages: -1 })).toEqual(['wages'])
    expect(missing({ ...shortest, status: 'widow' })).toEqual(['status'])
    expect(missing({ ...shortest, hoursPerWeek: 120 })).toEqual(['hoursPerWeek'])
    expect(missing({ ...shortest, hasBusiness: 'no' })).toEqual(['hasBusiness'])
  })

  it('that are missing are named', () => {
    expect(() => answersToReturn({ ...shortest, wages: '60000' })).toThrow(
      expect.objectContaining({ code: 'input-invalid', details: { field: 'wages' }, fix: 'Give a number.' }),
    )
    expect(() => answersToReturn({})).toThrow(
      expect.objectContaining({ details: { field: 'status' }, fix: 'Answer this question.' }),
    )
  })
})

it('gives a return exactly when nothing is missing, whatever was answered', () => {
  const values = questions.flatMap(({ choices = [] }) => choices.map(({ value }) => value))
  const value: fc.Arbitrary<Answer> = fc.oneof(
    fc.boolean(),
    fc.integer({ min: -100_000, max: 400_000 }),
    fc.double(),
    fc.constantFrom(...values),
  )
  const usable = fc.record(
    Object.fromEntries(questions.map((question) => [question.id, usableFor(question)])),
  )
  const plausible = fc
    .tuple(usable, fc.subarray(questions.map(({ id }) => id)))
    .map(([all, kept]) => Object.fromEntries(kept.map((id) => [id, all[id] ?? false])))
  const anything = fc.dictionary(fc.constantFrom(...questions.map(({ id }) => id)), value)
  fc.assert(
    fc.property(fc.oneof(usable, plausible, anything), (answers: Answers) => {
      const open = missing(answers)
      try {
        answersToReturn(answers)
        return open.length === 0
      } catch (error) {
        return error instanceof HolonError && error.details.field === open[0]
      }
    }),
    { numRuns: 500 },
  )
})

function usableFor({ kind, choices = [] }: Question): fc.Arbitrary<Answer> {
  if (kind === 'yes-no') return fc.boolean()
  if (kind === 'choice') return fc.constantFrom(...choices.map(({ value }) => value))
  return fc.integer({ min: -5_000, max: 400_000 })
}
