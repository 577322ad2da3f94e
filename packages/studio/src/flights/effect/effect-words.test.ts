import { expect, test } from 'vitest'
import { formatEffect, formatP, formatReach, formatRelative } from './effect-words.ts'

test('tells effects on shares in percentage points, others in their unit, all with their sign', () => {
  expect([0.0312, -0.0004, 0].map((value) => formatEffect(value, '%'))).toEqual([
    '+3.12 pp',
    '−0.04 pp',
    '0 pp',
  ])
  expect(formatEffect(-3.2, 'ms')).toBe('−3.2 ms')
  expect(formatEffect(0.3333, 'stars')).toBe('+0.333 stars')
  expect(formatEffect(0.002, '')).toBe('+0.002')
  expect(formatEffect(-1284.4, 'USD')).toBe('−$1,284')
  expect(formatEffect(7e-18, '')).toBe('0')
  expect(formatEffect(-7e-18, '%')).toBe('0 pp')
})

test('tells where an effect may lie, and how large it is beside the control', () => {
  expect(formatReach([-0.01, 0.0582], '%')).toBe('−1 to +5.82 pp')
  expect(formatReach([1, 2], 'days')).toBe('+1 to +2 days')
  expect(formatReach([-2e-13, 2e-13], '')).toBe('0 to 0')
  expect([-0.1234, 0.00012, 38.99].map(formatRelative)).toEqual(['−12.3%', '0%', '+3,900%'])
})

test('tells no p-value more exactly than it is known', () => {
  expect([0.00001, 0.04321, 1].map(formatP)).toEqual(['p < 0.0001', 'p 0.043', 'p 1'])
})
