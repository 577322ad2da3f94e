import { expect, test } from 'vitest'
import { askedLike, fieldsOf, requestOf } from './asked.ts'

test('asks only for what somebody chose', () => {
  expect(requestOf(askedLike())).toEqual({ version: 'current' })
  const asked = { ...askedLike(), days: 30, scenarios: ['launch'], settings: { rain: 0.2 } }
  expect(requestOf(asked)).toEqual({
    version: 'current',
    days: 30,
    scenarios: ['launch'],
    settings: { rain: 0.2 },
  })
})

test('a run like another asks for the same again', () => {
  const size = { people: 10, days: 20, seed: 3 }
  const alone = { ...size, version: 'calm', scenarios: ['launch'], settings: { strict: true } }
  expect(requestOf(askedLike(alone))).toEqual(alone)
  const two = { ...size, compare: ['current', 'calm'] as const }
  expect(requestOf(askedLike(two))).toEqual(two)
})

test('settings are asked by their kind, with what is usual', () => {
  const world = { settings: { rain: 0.1, strict: false, kind: 'city' } }
  const fields = fieldsOf({
    ...world,
    system: 's',
    about: '',
    start: '2026-03-01',
    people: 1,
    days: 1,
    scenarios: [],
    versions: [],
  })
  expect(fields.map(({ name, usual, shape }) => [name, usual, shape.kind])).toEqual([
    ['rain', 0.1, 'number'],
    ['strict', false, 'boolean'],
    ['kind', 'city', 'text'],
  ])
})
