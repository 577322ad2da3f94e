import { verify } from 'holon/verify'
import { expect, it } from 'vitest'
import { verification } from './verify.ts'

it('keeps its promises whatever the model says, and needs every guardrail for that', async () => {
  const { violations, interventions, guardrailsWithoutEffect, invariants } = await verify(verification, {
    steps: 2000,
  })
  expect(violations).toEqual([])
  expect(guardrailsWithoutEffect).toEqual([])
  expect(Object.keys(interventions).sort()).toEqual([
    'no bare number',
    'no reason that is none',
    'no score for an unknown kind of file',
    'no verdict that no person gave',
  ])
  expect(invariants.filter(({ checked }) => checked === 0)).toEqual([])
})

it.each([
  'no bare number',
  'no reason that is none',
  'no score for an unknown kind of file',
  'no verdict that no person gave',
])('breaks a promise without "%s"', async (guardrail) => {
  const { violations } = await verify(verification, { steps: 2000, without: [guardrail] })
  expect(violations).not.toEqual([])
})
