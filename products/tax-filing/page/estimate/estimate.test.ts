import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeReturn } from '../../domain/compute.ts'
import { answersToReturn, questions } from '../../domain/interview.ts'
import type { Answer, Question } from '../../domain/questions/question.ts'
import { samples } from '../../domain/samples.ts'
import { estimate } from './estimate.ts'

describe('the running estimate', () => {
  it('is silent until there is a filing status', () => {
    expect(estimate({ wages: 50_000, hasWages: true })).toBeUndefined()
    expect(estimate({ status: 'none of them' })).toBeUndefined()
  })

  it('counts what is missing as nothing', () => {
    const first = estimate({ status: 'single' })
    expect(first?.result.totalTax).toBe(0)
    expect(first?.missing.map(({ id }) => id)).toContain('hasWages')
    const second = estimate({ status: 'single', hasWages: true, wages: 60_000 })
    expect(second?.result.taxableIncome).toBe(44_250)
  })

  it('counts an amount that cannot be used as nothing', () => {
    const result = estimate({ status: 'single', hasWages: true, wages: -5 })
    expect(result?.result.income.total).toBe(0)
    expect(result?.missing.map(({ id }) => id)).toContain('wages')
  })

  it.each(samples)('is the return of $id once nothing is missing', ({ answers }) => {
    expect(estimate(answers)).toEqual({ result: computeReturn(answersToReturn(answers)), missing: [] })
  })

  it('is there for any answers with a filing status', () => {
    const answers = fc
      .record(Object.fromEntries(questions.map((question) => [question.id, answerTo(question)])), {
        requiredKeys: [],
      })
      .map((some) => ({ ...some, status: 'married-jointly' }))
    fc.assert(
      fc.property(answers, (some) => {
        expect(estimate(some)?.result.totalTax).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

function answerTo({ kind, choices }: Question): fc.Arbitrary<Answer> {
  const usual: fc.Arbitrary<Answer> =
    kind === 'yes-no'
      ? fc.boolean()
      : kind === 'choice'
        ? fc.constantFrom(...(choices ?? []).map(({ value }) => value))
        : fc.integer({ min: -1e12, max: 1e12 })
  return fc.oneof({ weight: 9, arbitrary: usual }, fc.constant('nonsense'))
}
