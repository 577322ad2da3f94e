import { expect, it } from 'vitest'
import { answersToReturn } from '../../domain/interview.ts'
import { samples } from '../../domain/samples.ts'
import { randomId } from '../draft/random-id.ts'
import { decisionKey } from './decision-key.ts'

const person = randomId()
const taxReturns = samples.map(({ answers }) => answersToReturn(answers))

it('is the same for the same return, whatever order it was answered in', () => {
  const answers = samples[0]?.answers ?? {}
  const turned = Object.fromEntries(Object.entries(answers).reverse())
  expect(decisionKey(person, 'e', answersToReturn(turned))).toBe(
    decisionKey(person, 'e', answersToReturn(answers)),
  )
})

it('differs between returns, people and episodes', () => {
  const keys = taxReturns.flatMap((taxReturn) => [
    decisionKey(person, 'e', taxReturn),
    decisionKey(person, 'f', taxReturn),
    decisionKey(randomId(), 'e', taxReturn),
  ])
  expect(new Set(keys).size).toBe(3 * taxReturns.length)
  expect(keys.every((key) => /^[0-9a-f]{16}$/.test(key))).toBe(true)
})
