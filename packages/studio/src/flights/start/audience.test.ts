import type { Expression } from 'holon'
import { expect, test } from 'vitest'
import { audienceWords, type Condition, conditionsIn, expressionOf } from './audience.ts'

const conditions: readonly Condition[] = [
  { field: 'status', by: 'eq', value: 'single' },
  { field: 'age', by: 'ge', value: 60 },
  { field: 'old', by: 'ne', value: true },
]

test('conditions become an expression and come back', () => {
  for (const some of [conditions, conditions.slice(0, 1)]) {
    const expression = expressionOf(some)
    expect(expression && conditionsIn(expression)).toEqual(some)
  }
  expect(expressionOf([])).toBeUndefined()
})

test('an expression that says more than conditions can is none', () => {
  const [one] = conditions.map((condition) => expressionOf([condition]))
  const not: Expression = { op: 'not', of: one ?? { op: 'literal', value: true } }
  expect(conditionsIn(not)).toBeUndefined()
  expect(conditionsIn({ op: 'and', of: [not] })).toBeUndefined()
  expect(
    conditionsIn({
      ...{ op: 'compare', by: 'eq' },
      left: { op: 'context', path: ['you', 'age'] },
      right: { op: 'literal', value: 3 },
    }),
  ).toBeUndefined()
})

test('says who takes part', () => {
  expect(audienceWords(conditions, (field) => field)).toBe(
    'status is single and age is at least 60 and old is not yes',
  )
})
