import { describe, expect, test } from 'vitest'
import { bool, num, text, value } from './expression.ts'
import type { Expression } from './measure.ts'

const useful: Expression = { op: 'feedback', name: 'useful' }
const cost: Expression = { op: 'cost' }
const experience: Expression = { op: 'experience' }
const literal = (of: number | string | boolean): Expression => ({ op: 'literal', value: of })

describe('an expression', () => {
  test('of a boolean reads as it is written', () => {
    const one = bool('meter', useful)
    const seen = bool('meter', { op: 'exposed' })
    expect(one.is(false).node).toEqual({ op: 'compare', by: 'eq', left: useful, right: literal(false) })
    expect(one.and(seen).node).toEqual({ op: 'and', of: [useful, { op: 'exposed' }] })
    expect(one.or(seen).node).toEqual({ op: 'or', of: [useful, { op: 'exposed' }] })
    expect(one.not().node).toEqual({ op: 'not', of: useful })
    expect(one.asNumber().node).toEqual({ op: 'number', of: useful })
    expect(one.known().node).toEqual({ op: 'known', of: useful })
  })

  test.each([
    ['atLeast', 'ge'],
    ['above', 'gt'],
    ['atMost', 'le'],
    ['below', 'lt'],
    ['equals', 'eq'],
  ] as const)('of a number compares with %s', (method, by) => {
    const one = num('meter', cost)
    expect(one[method](3).node).toEqual({ op: 'compare', by, left: cost, right: literal(3) })
    expect(one[method](num('meter', { op: 'latency' })).node).toEqual({
      op: 'compare',
      by,
      left: cost,
      right: { op: 'latency' },
    })
  })

  test.each([
    ['plus', 'add'],
    ['minus', 'subtract'],
    ['times', 'multiply'],
    ['over', 'divide'],
  ] as const)('of a number calculates with %s', (method, by) => {
    expect(num('meter', cost)[method](2).node).toEqual({
      op: 'arithmetic',
      by,
      left: cost,
      right: literal(2),
    })
  })

  test('of a number lies between two others, both included', () => {
    const one = num('meter', cost)
    expect(one.between(1, 2).node).toEqual(one.atLeast(1).and(one.atMost(2)).node)
  })

  test('of a text is one of several', () => {
    const one = text<'meter', 'a' | 'b'>('meter', experience)
    const equal = (word: string): Expression => ({
      op: 'compare',
      by: 'eq',
      left: experience,
      right: literal(word),
    })
    expect(one.is('a').node).toEqual(equal('a'))
    expect(one.isOneOf('a', 'b').node).toEqual({ op: 'or', of: [equal('a'), equal('b')] })
  })

  test('of anything else can be asked whether it is known', () => {
    expect(value('meter', useful).known().node).toEqual({ op: 'known', of: useful })
  })

  test('does not change', () => {
    const one = bool('meter', { op: 'exposed' }).and(bool('meter', { op: 'degraded' }))
    expect(Object.isFrozen(one)).toBe(true)
    expect(Object.isFrozen(one.node)).toBe(true)
    expect(Object.isFrozen((one.node as { of: unknown }).of)).toBe(true)
  })

  test('takes no value of another decision point', () => {
    const here = num('meter' as string, cost)
    const there = num('offer' as string, cost)
    expect(() => here.plus(there)).toThrow(
      expect.objectContaining({
        code: 'measure-invalid',
        message: 'A measure of the decision "meter" uses a value of the decision "offer".',
      }),
    )
    expect(() => here.above(1).or(there.above(1))).toThrow('uses a value of the decision "offer"')
  })

  test.each([Number.NaN, Infinity])('compares with no %s', (number) => {
    expect(() => num('meter', cost).above(number)).toThrow(
      expect.objectContaining({ code: 'measure-invalid' }),
    )
  })
})
