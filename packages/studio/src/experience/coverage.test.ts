import { expectedUtility, selective } from 'holon'
import { expect, test } from 'vitest'
import { cannotBecause, selectiveOf } from './coverage.ts'
import { handOverWords } from './thresholds.ts'

test('says why a promise cannot be made', () => {
  const refusal = { certified: false, because: 'too-few-cases', n: 20, needed: 59 } as const
  expect(cannotBecause(refusal)).toContain('20 calibration cases are too few')
  expect(cannotBecause(refusal)).toContain('it would take 59')
  expect(cannotBecause({ ...refusal, because: 'too-often-wrong' })).toContain('wrong too often')
})

test('only a selective policy promises', () => {
  expect(selectiveOf({ kind: 'selective', options: { handOver: 'clerk' } })).toEqual({ handOver: 'clerk' })
  expect(selectiveOf({ kind: 'expected-utility', options: {} })).toBeUndefined()
})

test('a promise that holds for every case hands nothing over', () => {
  const calibration = Array.from({ length: 600 }, (_, i) => ({ sureness: 0.5 + i / 1200, wrong: false }))
  const promise = { wrongAtMost: 0.05, confidence: 0.95 }
  const policy = selective({ alone: expectedUtility(), handOver: 'clerk', promise, calibration })
  expect(handOverWords({ policy })).toEqual(['clerk never'])
})
