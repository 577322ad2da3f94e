import fc from 'fast-check'
import { momentsOf, seededRandom } from 'holon/stats'
import { describe, expect, it } from 'vitest'
import { type Balls, longRunShare, shareAfter, type Urn } from './urn.ts'

const sharesOf = (urn: Urn, draws: number, runs: number): readonly number[] => {
  const random = seededRandom('urn')
  return Array.from({ length: runs }, () => shareAfter(urn, draws, random))
}
const discovered = (first: number, second: number): readonly [Balls, Balls] => [
  [first, 0],
  [0, second],
]
const mixed = (first: number, second: number, weight: number): readonly [Balls, Balls] => [
  [first, (1 - weight) * second],
  [(1 - weight) * first, second],
]

describe('a generalised Pólya urn', () => {
  it('goes anywhere with equal rates: as the first draws fell', () => {
    const { mean, squares, n } = momentsOf(
      sharesOf({ prior: [1, 1], update: discovered(1, 1) }, 1_000, 4_000),
    )
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.02)
    expect(Math.abs(squares / n - 1 / 12)).toBeLessThan(0.01)
  })

  it('runs away to the higher rate, however little it is higher', () => {
    const shares = [200, 20_000].map(
      (draws) => momentsOf(sharesOf({ prior: [1, 1], update: discovered(1.5, 1) }, draws, 400)).mean,
    )
    expect(shares[1]).toBeGreaterThan((shares[0] ?? 1) + 0.1)
    expect(longRunShare({ update: discovered(1.0001, 1) })).toBeCloseTo(1)
    expect(longRunShare({ update: discovered(1, 1.0001) })).toBeCloseTo(0)
    expect(longRunShare({ update: discovered(1, 1) })).toBeUndefined()
  })

  it('stays with the truth where what is drawn often is kept seldom', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.2, max: 5, noNaN: true }), (rate) => {
        const urn: Urn = { prior: [5, 5], update: discovered(rate, 1), policy: 'improvement' }
        const { mean } = momentsOf(sharesOf(urn, 4_000, 60))
        expect(Math.abs(mean - rate / (rate + 1))).toBeLessThan(0.03)
        expect(longRunShare(urn)).toBeCloseTo(rate / (rate + 1))
      }),
      { numRuns: 12 },
    )
  })

  it('with reports mixed in goes to the root of its drift, from wherever it began', () => {
    const between = fc.record({
      rate: fc.double({ min: 0.5, max: 2, noNaN: true }),
      weight: fc.double({ min: 0, max: 0.7, noNaN: true }),
      prior: fc.constantFrom<Balls>([2, 8], [8, 2]),
    })
    fc.assert(
      fc.property(between, ({ rate, weight, prior }) => {
        const update = mixed(rate, 1, weight)
        const limit = longRunShare({ update }) ?? expect.fail('no limit')
        const { mean } = momentsOf(sharesOf({ prior, update }, 10_000, 40))
        expect(Math.abs(mean - limit)).toBeLessThan(0.06)
      }),
      { numRuns: 12 },
    )
  })
})
