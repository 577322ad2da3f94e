import { describe, expect, test } from 'vitest'
import type { Expression, FeedbackShape, Measure } from '../spec/measure.ts'
import { countsSilence, isHeard, settlesAfter, trueMeasure } from './true-measure.ts'

const useful = { op: 'feedback', name: 'useful' } as const
const known: Expression = { op: 'known', of: useful }
const shape: FeedbackShape = { name: 'useful', kind: 'feedback', keep: 'last' }
const rate = (of: Expression, among?: Expression): Measure => ({
  ...{ op: 'rate', decision: 'advise', of, per: 'decision' },
  ...(among !== undefined && { among }),
})

test('whether an answer came is known for sure, of whom it is asked is not', () => {
  expect(isHeard(rate(known))).toBe(false)
  expect(isHeard(rate({ op: 'and', of: [known, useful] }))).toBe(true)
  expect(isHeard(rate(known, useful))).toBe(true)
  expect(trueMeasure(rate(known, useful))).toEqual(rate(known, { op: 'feedback', name: 'truth: useful' }))
})

describe('who says nothing', () => {
  test.each([
    ['of those who answer', rate(useful), false],
    ['of those who answer, said twice', rate(useful, known), false],
    ['of all, who says nothing says no', rate({ op: 'and', of: [known, useful] }), true],
    ['of those who did not answer', rate(useful, { op: 'not', of: known }), true],
    ['of what comes back to nobody', rate({ op: 'degraded' }), false],
  ])('%s: is counted: %o', (_name, measure, counted) => {
    expect(countsSilence(measure, [shape])).toBe(counted)
  })

  test('is counted where something stands for what does not come, and is asked for', () => {
    const late: FeedbackShape = { ...shape, within: '1 day', otherwise: false }
    expect(countsSilence(rate(useful), [late])).toBe(true)
    expect(countsSilence(rate({ op: 'degraded' }), [late])).toBe(false)
    expect(settlesAfter(rate(useful), [shape, { ...late, name: 'other', within: '9 days' }, late])).toBe(
      86_400_000,
    )
    expect(settlesAfter(rate(useful), [shape])).toBe(0)
  })
})
