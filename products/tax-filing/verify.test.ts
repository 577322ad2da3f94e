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
    'no false comfort',
    'silent outside experience',
    'silent when uncalibrated',
  ])
  expect(invariants.filter(({ checked }) => checked === 0)).toEqual([])
})
