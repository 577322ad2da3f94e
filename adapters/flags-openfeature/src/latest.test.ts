import { expect, test } from 'vitest'
import { Latest } from './latest.ts'

const both = new Set(['shop/a', 'shop/b'])

test('the latest decision of a person among some', () => {
  const latest = new Latest()
  latest.note('ada', 'shop/a', '1')
  latest.note('ada', 'shop/b', '2')
  latest.note('bob', 'shop/b', '3')
  expect(latest.of('ada', both)).toBe('2')
  expect(latest.of('ada', new Set(['shop/a']))).toBe('1')
  latest.note('ada', 'shop/a', '4')
  expect(latest.of('ada', both)).toBe('4')
  expect(latest.of('eve', both)).toBeUndefined()
})

test('forgets who was not heard of for long, and nobody else', () => {
  const latest = new Latest()
  latest.note('ada', 'shop/a', '1')
  for (let i = 0; i < 10_000; i++) latest.note(`p-${i}`, 'shop/a', 'x')
  expect(latest.of('ada', both)).toBe('1')
  latest.note('bob', 'shop/a', '2')
  for (let i = 0; i < 10_000; i++) latest.note(`q-${i}`, 'shop/a', 'x')
  expect(latest.of('ada', both)).toBeUndefined()
  expect(latest.of('bob', both)).toBe('2')
})
