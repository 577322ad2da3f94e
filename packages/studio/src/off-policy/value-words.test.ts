import { expect, test } from 'vitest'
import { differenceIn, sizeIn, valueIn } from './value-words.ts'

test('values are told in their unit, differences of shares in points', () => {
  const known = { value: 0.205, interval: [-0.01, 0.3] as const }
  expect(valueIn(known, '%')).toBe('20.5% (−1.0% to 30.0%)')
  expect(differenceIn(known, '%')).toBe('+20.5 pp (−1.0 to +30.0)')
  expect(differenceIn(known, 'minutes')).toBe('+0.205 (−0.01 to +0.3)')
  expect([sizeIn(-0.205, '%'), sizeIn(-2, 'minutes')]).toEqual(['20.5 percentage points', '2 minutes'])
  const nothing = { value: null, interval: null }
  expect([valueIn(nothing, '%'), differenceIn(nothing, '%')]).toEqual(['not known', 'not known'])
  expect(differenceIn({ value: 1, interval: null }, '')).toBe('+1')
})
