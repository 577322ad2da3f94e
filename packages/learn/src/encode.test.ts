import { expect, test } from 'vitest'
import { type Encoder, encode, encodedNames } from './encode.ts'

const encoders: readonly Encoder[] = [
  { kind: 'number', field: 'hours' },
  { kind: 'one-hot', field: 'work', values: ['private', 'state'] },
  { kind: 'order', field: 'school', ranks: { none: 0, high: 12, college: 16 }, otherwise: 10 },
]

test('encodes fields as their encoders say, in the order of their names', () => {
  const features = encode(encoders, { school: 'college', work: 'state', hours: 40 })
  expect(features).toEqual({ hours: 40, 'work=private': false, 'work=state': true, school: 16 })
  expect(Object.keys(features)).toEqual(encodedNames(encoders))
})

test('a value nobody listed is none of the listed, or ranks as said', () => {
  const features = encode(encoders, { school: 'toString', work: 'unknown', hours: false })
  expect(features).toEqual({ hours: false, 'work=private': false, 'work=state': false, school: 10 })
})

test.each([
  [{ work: 'state', school: 'high' }, 'field "hours" is missing'],
  [{ hours: Number.NaN, work: 'state', school: 'high' }, 'field "hours"'],
  [{ hours: 1, work: 3, school: 'high' }, 'field "work" is 3'],
])('refuses %j', (row, message) => {
  expect(() => encode(encoders, row)).toThrow(message)
})
