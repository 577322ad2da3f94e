import { expect, it } from 'vitest'
import { verdictOf } from './baseline.ts'

const result = {
  name: 'a',
  unit: 'µs',
  subject: 2,
  peer: 'b',
  peerValue: 4,
  ratio: 0.5,
  budget: '<= 0.6',
  higherIsBetter: false,
}

it('fails a ratio that is more than 15 % worse than its baseline, in the direction that is worse', () => {
  expect(verdictOf(result, { 'a / b': 0.44 }).worse).toBe(false)
  expect(verdictOf(result, { 'a / b': 0.43 }).worse).toBe(true)
  expect(verdictOf({ ...result, higherIsBetter: true }, { 'a / b': 0.43 }).worse).toBe(false)
  expect(verdictOf({ ...result, higherIsBetter: true }, { 'a / b': 0.58 }).worse).toBe(true)
  expect(verdictOf(result, {}).worse).toBe(false)
})

it('prints what was measured, against what, and the budget', () => {
  expect(verdictOf(result, {}).line).toBe('a / b: 2 against 4 µs, ratio 0.5, budget <= 0.6')
})
