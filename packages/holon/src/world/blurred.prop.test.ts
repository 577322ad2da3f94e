import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spiegelhalterTest } from '../stats/calibration/calibration-tests.ts'
import { aucInterval } from '../stats/interval/auc.ts'
import { auc } from '../stats/metrics/auc.ts'
import { momentsOf, pairMomentsOf, variance } from '../stats/moments.ts'
import { seededRandom } from '../stats/random/seeded.ts'
import { blurredClasses, blurredNumber, blurredProbability, noisyNumber } from './blurred.ts'
import { drawFrom } from './draw.ts'

const rows = 4000
const seed = fc.integer({ min: 0, max: 1e6 })
const quality = fc.double({ min: 0.55, max: 0.97, noNaN: true })
// Of some hundred checks one in a million may be off by chance.
const confidence = 1 - 1e-6

test('a blurred label has the wanted area under the curve and is calibrated', () => {
  fc.assert(
    fc.property(seed, quality, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (from, wanted, base) => {
      const draw = drawFrom(seededRandom(from))
      const labels = Array.from({ length: rows }, () => draw.chance(base))
      const said = labels.map((label) => blurredProbability(label, wanted, base, draw))
      const is = labels.map(Number)
      const positives = is.filter((label) => label === 1).length
      const { lower, upper } = aucInterval(auc(said, is), positives, rows - positives, confidence)
      expect(lower).toBeLessThan(wanted)
      expect(upper).toBeGreaterThan(wanted)
      expect(spiegelhalterTest(said, is).pValue).toBeGreaterThan(1e-6)
      expect(Math.abs(momentsOf(said).mean - base)).toBeLessThan(0.05)
    }),
    { numRuns: 40 },
  )
})

test('chance says the base rate, perfection the label, and better models err on the same cases', () => {
  fc.assert(
    fc.property(seed, fc.boolean(), (from, label) => {
      const at = (wanted: number) => blurredProbability(label, wanted, 0.2, drawFrom(seededRandom(from)))
      expect(at(0.5)).toBeCloseTo(0.2, 12)
      expect(at(1)).toBe(Number(label))
      // The same draw: what a stronger model says is the same normal number at a larger distance.
      const shift = (p: number) => Math.log(p / (1 - p)) - Math.log(0.2 / 0.8)
      const noise = (wanted: number, apart: number) =>
        shift(at(wanted)) / apart - (label ? apart : -apart) / 2
      // Areas of 0.76 and 0.921 belong to distances of 1 and 2 standard deviations.
      expect(noise(0.7602499389, 1)).toBeCloseTo(noise(0.9213503965, 2), 6)
    }),
    { numRuns: 50 },
  )
})

test('after a draw the stream goes on the same, whatever the quality', () => {
  fc.assert(
    fc.property(seed, quality, fc.boolean(), (from, wanted, label) => {
      const [one, other] = [drawFrom(seededRandom(from)), drawFrom(seededRandom(from))]
      blurredProbability(label, wanted, 0.3, one)
      blurredProbability(!label, 1, 0.6, other)
      expect(one.next()).toBe(other.next())
    }),
  )
})

test('blurred classes have the wanted area between any two of them and are calibrated', () => {
  fc.assert(
    fc.property(seed, quality, (from, wanted) => {
      const draw = drawFrom(seededRandom(from))
      const shares = { walk: 0.3, drive: 0.5, fly: 0.2 }
      const truths = Array.from({ length: rows }, () => draw.weighted(shares))
      const said = truths.map((truth) => blurredClasses(truth, wanted, shares, draw))
      for (const row of said) expect(row.walk + row.drive + row.fly).toBeCloseTo(1, 9)
      for (const [first, second] of [
        ['walk', 'drive'],
        ['walk', 'fly'],
        ['drive', 'fly'],
      ] as const) {
        const both = truths.flatMap((truth, i) => (truth === first || truth === second ? [i] : []))
        const is = both.map((i) => Number(truths[i] === first))
        const scores = both.map((i) => (said[i]?.[first] ?? 0) / (said[i]?.[second] ?? 0))
        const positives = is.filter((label) => label === 1).length
        const { lower, upper } = aucInterval(auc(scores, is), positives, is.length - positives, confidence)
        expect(lower).toBeLessThan(wanted)
        expect(upper).toBeGreaterThan(wanted)
      }
      const drives = truths.map((truth) => Number(truth === 'drive'))
      expect(
        spiegelhalterTest(
          said.map((row) => row.drive),
          drives,
        ).pValue,
      ).toBeGreaterThan(1e-6)
    }),
    { numRuns: 20 },
  )
})

test('two classes are a label', () => {
  const shares = { yes: 0.5, no: 0.5 }
  const draw = drawFrom(seededRandom(3))
  const said = Array.from(
    { length: rows },
    (_, i) => blurredClasses(i % 2 ? 'yes' : 'no', 0.8, shares, draw).yes,
  )
  expect(
    auc(
      said,
      said.map((_, i) => i % 2),
    ),
  ).toBeCloseTo(0.8, 1)
  expect(blurredClasses('yes', 1, shares, draw)).toEqual({ yes: 1, no: 0 })
})

test('a blurred number correlates as wanted, with the error that follows, and is not biased where it is high', () => {
  fc.assert(
    fc.property(seed, fc.double({ min: 0.2, max: 0.99, noNaN: true }), (from, wanted) => {
      const draw = drawFrom(seededRandom(from))
      const spread = { mean: 150, deviation: 30 }
      const truths = Array.from({ length: rows }, () => draw.normal(150, 30))
      const said = truths.map((truth) => blurredNumber(truth, wanted, spread, draw))
      const { squaresX, squaresY, products } = pairMomentsOf(said, truths)
      // Fisher's transformation: one standard error is 1 / sqrt(rows - 3).
      const off = Math.atanh(products / Math.sqrt(squaresX * squaresY)) - Math.atanh(wanted)
      expect(Math.abs(off) * Math.sqrt(rows - 3)).toBeLessThan(5)
      const errors = said.map((value, i) => value - (truths[i] ?? 0))
      const ratio = Math.sqrt(variance(momentsOf(errors))) / (30 * Math.sqrt(1 - wanted ** 2))
      expect(Math.abs(ratio - 1) * Math.sqrt(2 * rows)).toBeLessThan(6)
      const slope = products / squaresX
      const slopeError = Math.sqrt((1 - wanted ** 2) / wanted ** 2 / rows)
      expect(Math.abs(slope - 1)).toBeLessThan(5 * slopeError)
    }),
    { numRuns: 40 },
  )
})

test('a noisy number errs by as much as asked', () => {
  const draw = drawFrom(seededRandom(9))
  const errors = Array.from({ length: rows }, () => noisyNumber(7, 2, draw) - 7)
  expect(Math.sqrt(momentsOf(errors.map((error) => error ** 2)).mean)).toBeCloseTo(2, 0)
  expect(noisyNumber(7, 0, draw)).toBe(7)
})

test('what no model can be is refused', () => {
  const draw = drawFrom(seededRandom(1))
  expect(() => blurredProbability(true, 0.4, 0.1, draw)).toThrow('the area under the curve is 0.4')
  expect(() => blurredProbability(true, 0.8, 1, draw)).toThrow('baseRate is 1')
  expect(() => blurredClasses<string>('swim', 0.8, { walk: 1 }, draw)).toThrow(
    '"swim" is not among the classes',
  )
  expect(() => blurredNumber(1, 1.2, { mean: 0, deviation: 1 }, draw)).toThrow('correlation is 1.2')
})
