import { expect, test } from 'vitest'
import type { Decided } from '../wire/entries.ts'
import { passes, readFilters } from './filters.ts'

test('reads filters from the address and leaves out what makes no sense', () => {
  const search = { decision: 'meter', experience: '', reason: 'whim', degraded: true }
  expect(readFilters(search)).toEqual({ decision: 'meter', degraded: true })
  expect(readFilters({ reason: 'guardrail', degraded: 'yes' })).toEqual({ reason: 'guardrail' })
})

test('lets through what passes every filter', () => {
  const decided = { decision: 'meter', experience: 'review', reason: 'policy', degraded: false } as Decided
  expect(passes(decided, {})).toBe(true)
  expect(passes(decided, { decision: 'meter', experience: 'review', reason: 'policy' })).toBe(true)
  expect(passes(decided, { decision: 'offer' })).toBe(false)
  expect(passes(decided, { experience: 'nothing' })).toBe(false)
  expect(passes(decided, { reason: 'fallback' })).toBe(false)
  expect(passes(decided, { degraded: true })).toBe(false)
})
