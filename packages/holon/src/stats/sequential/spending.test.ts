import { describe, expect, it } from 'vitest'
import { normalQuantile } from '../distribution/normal.ts'
import { seededRandom } from '../random/seeded.ts'
import { boundsOfSpending, type Spending, sequentialPValue, spentBy } from './spending.ts'

const fifths = [0.2, 0.4, 0.6, 0.8, 1]
const both: readonly Spending[] = ['obrien-fleming', 'pocock']

describe('the error that is spent', () => {
  it.each(both)('by %s grows from nothing to all of it', (spending) => {
    const spent = [0, 0.01, ...fifths, 1.3].map((share) => spentBy(spending, share))
    expect(spent[0]).toBe(0)
    expect(spent.toSorted((a, b) => a - b)).toEqual(spent)
    expect(spent.at(-2)).toBeCloseTo(0.05, 12)
    expect(spent.at(-1)).toBeCloseTo(0.05, 12)
  })

  it('gives the boundaries in print for five equal looks', () => {
    // K. Lan and D. DeMets' functions, 2.5 % on either side, as the packages ldbounds and gsDesign tell them.
    const ofObrien = boundsOfSpending('obrien-fleming', fifths)
    const printed = [4.8769, 3.357, 2.6803, 2.2898, 2.031]
    for (const [i, bound] of printed.entries()) expect(ofObrien[i]).toBeCloseTo(bound, 3)
    const ofPocock = boundsOfSpending('pocock', fifths)
    for (const [i, bound] of [2.438, 2.4268, 2.4101, 2.3966, 2.3859].entries())
      expect(ofPocock[i]).toBeCloseTo(bound, 3)
  })

  it('is hardly any at a first look long before the end, and no bound is needed', () => {
    expect(boundsOfSpending('obrien-fleming', [0.02, 1])[0]).toBeGreaterThanOrEqual(8)
  })
})

describe('the p-value of looks', () => {
  it.each(both)('by %s is 0.05 on the boundary, less beyond, more within', (spending) => {
    const pValue = sequentialPValue(spending, fifths)
    const bounds = boundsOfSpending(spending, fifths)
    for (const look of [1, 4]) {
      const at = (z: number) => pValue(fifths.map((_, i) => (i === look ? z : 0)))
      const bound = bounds[look] ?? 0
      expect(at(bound)).toBeCloseTo(0.05, 3)
      expect(at(-bound)).toBe(at(bound))
      expect(at(bound + 0.2)).toBeLessThan(0.05)
      expect(at(bound - 0.2)).toBeGreaterThan(0.05)
    }
  })

  it('never grows by a further look that shows less', () => {
    const early = sequentialPValue('pocock', [0.5])([3])
    const later = sequentialPValue('pocock', [0.5, 1])([3, 0])
    expect(later).toBeCloseTo(early, 2)
  })

  it('of a single look is that of a test that is looked at once', () => {
    expect(sequentialPValue('pocock', [1])([normalQuantile(0.995)])).toBeCloseTo(0.01, 3)
    expect(sequentialPValue('pocock', [1])([0])).toBe(1)
    expect(sequentialPValue('pocock', [1])([20])).toBe(1e-6)
  })

  it('is below 0.05 in about one of twenty walks that go nowhere', () => {
    const random = seededRandom('walks')
    const pValue = sequentialPValue('obrien-fleming', fifths)
    const runs = 2000
    let found = 0
    for (let run = 0; run < runs; run++) {
      let sum = 0
      const zs = fifths.map((_, i) => {
        sum += normalQuantile(random.next() || 0.5)
        return sum / Math.sqrt(i + 1)
      })
      if (pValue(zs) <= 0.05) found++
    }
    // Three standard errors around 5 %.
    expect(Math.abs(found / runs - 0.05)).toBeLessThan(3 * Math.sqrt((0.05 * 0.95) / runs))
  })
})
