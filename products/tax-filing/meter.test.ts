import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levelOf, MeterReading, readingOf, wellFounded } from './meter.ts'

const probability = fc.double({ min: 0, max: 1, noNaN: true })

describe('the meter', () => {
  it('never falls when the probability or the examination rate rises', () => {
    const rank = { low: 0, moderate: 1, high: 2 }
    fc.assert(
      fc.property(probability, probability, fc.constantFrom(0, 0.2, 1, 9.2), (a, b, examined) => {
        const [less, more] = a < b ? [a, b] : [b, a]
        expect(rank[levelOf(less, examined)]).toBeLessThanOrEqual(rank[levelOf(more, examined)])
        expect(rank[levelOf(a, 0)]).toBeLessThanOrEqual(rank[levelOf(a, examined)])
      }),
    )
  })

  it('is never called low where one return in a hundred or more is examined', () => {
    expect(readingOf(0.01, 12_000_000, []).level).toBe('moderate')
    expect(readingOf(0.01, 60_000, [])).toMatchObject({ level: 'low', guarantee: 'included', percent: 1 })
  })

  it('gives readings that fit their schema, and chances from 0 to 1', () => {
    fc.assert(
      fc.property(probability, fc.double({ min: -1e9, max: 1e9, noNaN: true }), (p, income) => {
        expect(MeterReading.safeParse(readingOf(p, income, [])).success).toBe(true)
        expect(wellFounded(p)).toBeGreaterThanOrEqual(0)
        expect(wellFounded(p)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
