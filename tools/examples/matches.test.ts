import { describe, expect, test } from 'vitest'
import { matches } from './matches.ts'

describe('matches', () => {
  test.each<[unknown, string, boolean | undefined]>([
    [120_000, '120000', true],
    [0.16666, '0.1667', true],
    [0.1668, '0.1667', false],
    [1.2344e-9, '1.234e-9', true],
    [-2, '-2', true],
    [{ lower: 0.39677, upper: 1 }, '{ lower: 0.3968, upper: 1 }', true],
    [{ lower: 0.39677, upper: 1, more: 2 }, '{ lower: 0.3968, upper: 1 }', false],
    [{ lower: 0.3 }, '{ lower: 0.3968 }', false],
    [[1, [true, null]], '[1, [true, null]]', true],
    [[1, 2], '[1]', false],
    [new Float32Array([1, 2]), '[1, 2]', true],
    [Number.NaN, 'NaN', true],
    [undefined, 'undefined', true],
    ['low', `'low'`, true],
    ['low', `'high'`, false],
    [3, 'a number of things', undefined],
    [3, `Bool<'meter'>`, undefined],
    [{ ok: false }, '{ ok: false, ... }', undefined],
  ])('%j and "%s": %s', (value, comment, expected) => {
    expect(matches(value, comment)).toBe(expected)
  })
})
