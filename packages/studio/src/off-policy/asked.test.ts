import type { DecisionDocument } from 'holon'
import { expect, test } from 'vitest'
import { policyChoices, policyOf, readOffPolicyView, requestOf, usualPolicy } from './asked.ts'

const experience = (name: string) => ({
  name,
  style: 'annotate',
  forcefulness: 0,
  right: 1,
  wrong: 0,
  interrupting: 0,
})
const decision = {
  name: 'warning',
  experiences: [experience('nothing'), experience('a:note')],
  variants: [{ name: 'calm', does: '', changes: [] }],
} as unknown as DecisionDocument

test('what makes no sense in the address is left out', () => {
  expect(readOffPolicyView({ policy: 3, reward: '', range: 'century', numbers: 'many' })).toEqual({})
  const numbers = { note: { right: 2, wrong: 'no', other: 3 }, siren: 4 }
  expect(readOffPolicyView({ policy: 'numbers', reward: 'safe', range: 'week', numbers })).toEqual({
    policy: 'numbers',
    reward: 'safe',
    range: 'week',
    numbers: { note: { right: 2 } },
  })
})

test('every choice is a policy, and nothing else is', () => {
  const all = policyChoices(decision).flatMap(({ items }) => items.map(({ value }) => value))
  expect(all).toEqual(['variant:calm', 'always:nothing', 'always:a:note', 'numbers', 'uniform'])
  expect(all.map((one) => policyOf(decision, one, { note: { right: 2 } }))).toEqual([
    { name: 'calm', variant: 'calm' },
    { name: 'Always nothing', always: 'nothing' },
    { name: 'Always a:note', always: 'a:note' },
    { name: 'Other numbers', experiences: { note: { right: 2 } } },
    { name: 'At random', uniform: true },
  ])
  expect(policyOf(decision, 'always:dark', {})).toBeUndefined()
  expect(usualPolicy(decision)).toBe('variant:calm')
  expect(usualPolicy({ ...decision, variants: [] })).toBe('uniform')
})

test('a range ends now', () => {
  const policy = { uniform: true } as const
  expect(requestOf(policy, 'safe', 'day', 100_000_000)).toEqual({
    policies: [policy],
    reward: 'safe',
    from: 13_600_000,
  })
  expect(requestOf(policy, 'safe', undefined, 5)).toEqual({ policies: [policy], reward: 'safe' })
})
