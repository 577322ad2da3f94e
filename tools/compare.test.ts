import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare } from './compare.ts'

const exact = { abs: 0, rel: 0 }

describe('compare', () => {
  test('lets a number differ by the absolute plus the relative tolerance, and no more', () => {
    const tolerance = { abs: 0.5, rel: 0.1 }
    expect(compare(11.5, 10, tolerance)).toEqual([])
    expect(compare(11.51, 10, tolerance)).toHaveLength(1)
    expect(compare(-11.5, -10, tolerance)).toEqual([])
  })

  test('reads infinities and NaN from strings', () => {
    expect(compare([Infinity, -Infinity, Number.NaN], ['Infinity', '-Infinity', 'NaN'], exact)).toEqual([])
    expect(compare([1, Infinity, 0], ['Infinity', '-Infinity', 'NaN'], { abs: 1e9, rel: 1 })).toHaveLength(3)
    expect(compare(Number.NaN, 0, { abs: 1, rel: 0 })).toHaveLength(1)
  })

  test('names the path, what was got and what was expected', () => {
    const differences = compare({ ci: [0, 2] }, { ci: [0, 1] }, exact)
    expect(differences).toEqual([{ path: 'ci[1]', got: 2, expected: 1 }])
  })

  test('reports a missing key and accepts an additional one', () => {
    expect(compare({ a: 1, b: 2 }, { a: 1 }, exact)).toEqual([])
    expect(compare({ a: 1 }, { a: 1, b: 2 }, exact)).toEqual([{ path: 'b', got: 'nothing', expected: 2 }])
  })

  test('leaves prose out', () => {
    expect(compare({}, { note: 'a remark', requirement: 'a wish' }, exact)).toEqual([])
  })

  test('wants strings, booleans and lengths equal', () => {
    expect(compare('act', 'ask', exact)).toHaveLength(1)
    expect(compare(1, true, exact)).toHaveLength(1)
    expect(compare([1, 2], [1], exact)).toHaveLength(1)
    expect(compare(undefined, 1, exact)).toHaveLength(1)
    expect(compare(new Float64Array([1, 2]), [1, 2], exact)).toEqual([])
  })

  test('finds no difference between any value and itself', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => compare(value, value, exact).length === 0))
  })
})
