import { expect, test } from 'vitest'
import { formatMilliseconds, formatNumber, formatPoints, formatShare } from './number.ts'
import { formatBare, formatInUnit, formatTick } from './unit.ts'

test('keeps the digits that matter', () => {
  expect([1284.4, 12.3456, 0.031234, -7].map(formatNumber)).toEqual(['1,284', '12.35', '0.03123', '−7'])
})

test('shows shares as percentages', () => {
  expect([0, 1, 0.614, 0.0024, -0.05].map(formatShare)).toEqual(['0%', '100%', '61.4%', '0.24%', '−5.0%'])
})

test('shows changes of a probability in points with their sign', () => {
  expect([0.031, -0.12, 0.0001].map(formatPoints)).toEqual(['+3.1 pp', '−12.0 pp', '0.0 pp'])
})

test('shows times in the unit a person would use', () => {
  expect([0, 0.0071, 0.4211, 12.4, 1234].map(formatMilliseconds)).toEqual([
    '0 µs',
    '7 µs',
    '0.42 ms',
    '12 ms',
    '1.2 s',
  ])
})

test('shows a value in the unit of its goal', () => {
  expect(formatInUnit(0.614, '%')).toBe('61.4%')
  expect(formatInUnit(-1284.4, 'USD')).toBe('−$1,284')
  expect(formatInUnit(3.418, 'USD')).toBe('$3.42')
  expect(formatInUnit(3, 'USD')).toBe('$3')
  expect(formatInUnit(4.0147, 'dollars a return')).toBe('$4.01 a return')
  expect(formatInUnit(3, 'days')).toBe('3 days')
  expect(formatInUnit(0.03, '')).toBe('0.03')
  expect(formatInUnit(-0.52381, 'points')).toBe('−0.524 points')
  expect(formatInUnit(1284.4, 'people')).toBe('1,280 people')
})

test('leaves out words, not signs, where the unit is known', () => {
  expect(formatBare(3.7, 'stars')).toBe('3.7')
  expect(formatBare(0.5, '%')).toBe('50.0%')
  expect(formatBare(12, 'ms')).toBe('12 ms')
  expect(formatBare(4, 'dollars a return')).toBe('$4')
})

test('leaves whole percentages bare on an axis', () => {
  expect([0.5, 0.525, 12].map((value) => formatTick(value, '%'))).toEqual(['50%', '52.5%', '1200%'])
})
