import { expect, it } from 'vitest'
import { type Duration, inMilliseconds } from './duration.ts'

it('counts in milliseconds', () => {
  expect(inMilliseconds('50 milliseconds')).toBe(50)
  expect(inMilliseconds('1 day')).toBe(86_400_000)
  expect(inMilliseconds('3 years')).toBe(3 * 365.2425 * 86_400_000)
})

it.each(['3 fortnights', 'soon', '0 days', '-1 days', 'NaN days', '1e400 days'])('refuses %s', (text) => {
  expect(() => inMilliseconds(text as Duration)).toThrow(
    expect.objectContaining({ code: 'declaration-invalid' }),
  )
})
