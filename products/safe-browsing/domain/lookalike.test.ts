import { expect, test } from 'vitest'
import { appearance, mixesAlphabets, oneSlipApart } from './lookalike.ts'

test.each(['pаypal', 'paypa1', 'PAYPAL', 'pay-pal', 'paypaI'])('%s looks like paypal', (name) => {
  expect(appearance(name)).toBe(appearance('paypal'))
})

test('two letters that run together look like one', () => {
  expect(appearance('arnazon')).toBe(appearance('amazon'))
  expect(appearance('vvikipedia')).toBe(appearance('wikipedia'))
  expect(appearance('barn')).not.toBe(appearance('bun'))
})

test('an alphabet of its own is no mixture', () => {
  expect(mixesAlphabets('пример')).toBe(false)
  expect(mixesAlphabets('bücher')).toBe(false)
  expect(mixesAlphabets('pаypal')).toBe(true)
})

test.each([
  ['paypal', 'paypall', true],
  ['paypal', 'papyal', true],
  ['paypal', 'paypel', true],
  ['paypal', 'aypal', true],
  ['paypal', 'paypal', false],
  ['paypal', 'payapll', false],
  ['bank', 'banker', false],
])('%s and %s are one slip apart: %s', (a, b, expected) => {
  expect(oneSlipApart(a, b)).toBe(expected)
  expect(oneSlipApart(b, a)).toBe(expected)
})
