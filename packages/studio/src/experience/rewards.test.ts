import type { DecisionDocument, OffPolicyDocument, SystemDocument } from 'holon'
import { expect, test } from 'vitest'
import { basisWords, rewardsOf } from './rewards.ts'

test('goals about the decision and feedback with a number or a yes or no may be rewards', () => {
  const of = (name: string, op: string, decision = 'warn') => ({ name, measure: { op, decision } })
  const goals = [of('useful', 'rate'), of('people', 'count'), of('clicks', 'mean', 'other'), { name: 'mood' }]
  const feedback = [
    { name: 'useful', valueSchema: { type: 'boolean' } },
    { name: 'stars', valueSchema: { type: 'integer' } },
    { name: 'comment', valueSchema: { type: 'string' } },
  ]
  const decision = { name: 'warn', feedback } as unknown as DecisionDocument
  expect(rewardsOf(decision, { goals } as unknown as SystemDocument)).toEqual(['useful', 'stars'])
})

test('decisions that were left out are told', () => {
  const left = { waiting: 3, missing: 0, erased: 1, other: 0 }
  expect(basisWords({ rows: 40, left } as OffPolicyDocument)).toBe(
    'Of 40 decisions, guardrails and exploration included; left out: 3 still wait, 1 are of people who were erased.',
  )
})
