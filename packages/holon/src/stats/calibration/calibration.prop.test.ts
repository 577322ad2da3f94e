import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Calibration } from '../../spec/model.ts'
import { seededRandom } from '../random/seeded.ts'
import { applyCalibration, checkCalibration, logOdds, sigmoid } from './apply.ts'
import { brownianMaximumSurvival, brownianRangeSurvival } from './brownian.ts'
import { kolmogorovCalibrationTest, kuiperCalibrationTest, spiegelhalterTest } from './calibration-tests.ts'
import { fitIsotonic, isotonicRegression } from './isotonic.ts'
import { fitPlatt, fitSigmoid } from './platt.ts'

const value = fc.double({ min: -100, max: 100, noNaN: true })
const weight = fc.double({ min: 0.1, max: 10, noNaN: true })
const points = fc.array(fc.tuple(value, weight), { minLength: 1, maxLength: 30 })
const anyProbability = fc.double({ noNaN: true })
const simple = fc.oneof(
  fc
    .array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), {
      minLength: 1,
      maxLength: 12,
    })
    .map(
      (knots): Calibration => ({
        method: 'isotonic',
        x: knots.map(([x]) => x).sort((a, b) => a - b),
        y: knots.map(([, y]) => y).sort((a, b) => a - b),
      }),
    ),
  fc.record({
    method: fc.constant('platt' as const),
    slope: fc.double({ min: 0, max: 50, noNaN: true }),
    intercept: fc.double({ min: -50, max: 50, noNaN: true }),
  }),
  fc.record({
    method: fc.constant('temperature' as const),
    temperature: fc.double({ min: 0.01, max: 100, noNaN: true }),
  }),
)
const rate = fc.double({ min: 0.001, max: 0.999, noNaN: true })
const shifted = fc.record(
  { method: fc.constant('base-rate' as const), from: rate, to: rate, after: simple },
  { requiredKeys: ['method', 'from', 'to'] },
)
const calibration: fc.Arbitrary<Calibration> = fc.oneof(simple, shifted)

describe('applyCalibration', () => {
  test('is bounded and never turns the order around', () => {
    fc.assert(
      fc.property(calibration, anyProbability, anyProbability, (map, p, q) => {
        checkCalibration(map)
        const low = applyCalibration(map, Math.min(p, q))
        const high = applyCalibration(map, Math.max(p, q))
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(high)
      }),
    )
  })

  test('draws a line between knots, holds the ends, and takes the last of knots at one place', () => {
    const map: Calibration = { method: 'isotonic', x: [0.2, 0.4, 0.4, 0.8], y: [0.1, 0.2, 0.5, 0.9] }
    expect([0, 0.2, 0.3, 0.4, 0.6, 0.8, 1].map((p) => applyCalibration(map, p))).toEqual(
      [0.1, 0.1, 0.15, 0.5, 0.7, 0.9, 0.9].map((p) => expect.closeTo(p, 12)),
    )
  })

  test('leaves probabilities alone under Platt with slope 1 and intercept 0', () => {
    expect(applyCalibration({ method: 'platt', slope: 1, intercept: 0 }, 0.37)).toBeCloseTo(0.37, 12)
    expect(applyCalibration({ method: 'platt', slope: 1, intercept: 0 }, Number.NaN)).toBeNaN()
  })

  test('shifts the base rate of what another calibration says', () => {
    const after: Calibration = { method: 'temperature', temperature: 2 }
    const map: Calibration = { method: 'base-rate', from: 0.5, to: 0.1, after }
    // Odds of 4 become 2 by the temperature, and 2 / 9 by a ninth of the prior odds.
    expect(applyCalibration(map, 0.8)).toBeCloseTo(2 / 11, 12)
    expect(applyCalibration({ method: 'base-rate', from: 0.5, to: 0.1 }, 1)).toBe(1)
    expect(applyCalibration(map, Number.NaN)).toBeNaN()
    expect(applyCalibration({ method: 'base-rate', from: 0.5, to: 0.1 }, 7)).toBe(1)
  })

  test.each([
    [{ method: 'isotonic', x: [], y: [] }, 'there are 0 knots'],
    [{ method: 'isotonic', x: [0.5, 0.4], y: [0, 1] }, 'do not ascend'],
    [{ method: 'isotonic', x: [0.4, Number.NaN], y: [0, 1] }, 'do not ascend'],
    [{ method: 'isotonic', x: [0.4, 0.5], y: [1, 0] }, 'descend'],
    [{ method: 'isotonic', x: [0.4, 0.5], y: [0, 2] }, 'not a probability'],
    [{ method: 'platt', slope: -1, intercept: 0 }, 'negative'],
    [{ method: 'platt', slope: Infinity, intercept: 0 }, 'not finite'],
    [{ method: 'temperature', temperature: 0 }, 'the temperature is 0'],
    [{ method: 'temperature', temperature: Infinity }, 'the temperature is Infinity'],
    [{ method: 'base-rate', from: 0.5, to: 1 }, 'a base rate is 1'],
    [
      { method: 'base-rate', from: 0.5, to: 0.1, after: { method: 'platt', slope: -1, intercept: 0 } },
      'negative',
    ],
  ] as [Calibration, string][])('refuses %j', (map, problem) => {
    expect(() => checkCalibration(map)).toThrow(problem)
  })
})

describe('isotonicRegression', () => {
  test('fulfils the conditions of the optimum', () => {
    fc.assert(
      fc.property(points, (rows) => {
        const y = rows.map(([v]) => v)
        const w = rows.map(([, v]) => v)
        const fit = isotonicRegression(y, { weights: w })
        let slack = 0
        for (const [i, value] of fit.entries()) {
          expect(value).toBeGreaterThanOrEqual((fit[i - 1] ?? -Infinity) - 1e-9)
          // Residuals sum to at least 0 from the start of a block to any place in it, and to 0 at its end.
          slack += (w[i] ?? 1) * ((y[i] ?? 0) - value)
          expect(slack).toBeGreaterThanOrEqual(-1e-7)
          if (fit[i + 1] !== value) expect(Math.abs(slack)).toBeLessThan(1e-7)
        }
      }),
    )
  })

  test('leaves a monotone sequence alone, mirrors, and clips', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const ascending = [...values].sort((a, b) => a - b)
        expect(isotonicRegression(ascending)).toEqual(ascending)
        const down = isotonicRegression(values, { decreasing: true })
        const mirrored = isotonicRegression(values.map((v) => -v)).map((v) => -v)
        for (const [i, v] of down.entries()) expect(v).toBeCloseTo(mirrored[i] ?? Number.NaN, 9)
        const clipped = isotonicRegression(values, { lower: -1, upper: 1 })
        for (const v of clipped) expect(Math.abs(v)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('weighs', () => {
    expect(isotonicRegression([4, 1], { weights: [1, 2] })).toEqual([2, 2])
    expect(() => isotonicRegression([4, 1], { weights: [1, 0] })).toThrow('not above 0')
  })
})

describe('fitIsotonic', () => {
  test('gives a valid calibration that brings the means of the rows together', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.constantFrom(0, 1)), { minLength: 1 })
    fc.assert(
      fc.property(rows, (pairs) => {
        const p = pairs.map(([k]) => k / 20)
        const y = pairs.map(([, label]) => label)
        const map = fitIsotonic(p, y)
        checkCalibration(map)
        const total = p.reduce((sum, value) => sum + applyCalibration(map, value), 0)
        expect(total).toBeCloseTo(
          y.reduce((a: number, b) => a + b, 0),
          6,
        )
      }),
    )
  })
})

describe('Platt', () => {
  const random = seededRandom('platt')
  const p = Array.from({ length: 5000 }, () => random.next())

  test('finds the sigmoid that made the labels', () => {
    const y = p.map((value) => Number(random.next() < sigmoid(2 * logOdds(value) - 0.5)))
    const map = fitPlatt(p, y)
    expect(map).toMatchObject({ method: 'platt' })
    if (map.method !== 'platt') return
    expect(map.slope).toBeGreaterThan(1.85)
    expect(map.slope).toBeLessThan(2.15)
    expect(map.intercept).toBeGreaterThan(-0.65)
    expect(map.intercept).toBeLessThan(-0.35)
  })

  test('stays finite where classes separate or scores are equal', () => {
    const separated = fitSigmoid([-2, -1, 1, 2], [0, 0, 1, 1])
    expect(Number.isFinite(separated.slope)).toBe(true)
    expect(separated.slope).toBeGreaterThan(0)
    const equal = fitSigmoid([1, 1, 1], [0, 1, 1])
    expect(sigmoid(equal.slope + equal.intercept)).toBeCloseTo((2 * 0.75 + 1 / 3) / 3, 6)
  })

  test('takes a weight for so many rows', () => {
    const weighted = fitSigmoid([0, 1, 2], [0, 1, 1], [2, 1, 3])
    const repeated = fitSigmoid([0, 0, 1, 2, 2, 2], [0, 0, 1, 1, 1, 1])
    expect(weighted.slope).toBeCloseTo(repeated.slope, 6)
  })

  test('without smoothing fits the labels themselves, where they overlap', () => {
    const scores = [0, 1, 2, 3, 4]
    const labels = [0, 1, 0, 1, 1]
    const { slope, intercept } = fitSigmoid(scores, labels, undefined, { smoothed: false })
    const errors = scores.map((score, i) => (labels[i] ?? 0) - sigmoid(slope * score + intercept))
    expect(errors.reduce((sum, error) => sum + error)).toBeCloseTo(0, 8)
    expect(errors.reduce((sum, error, i) => sum + error * (scores[i] ?? 0), 0)).toBeCloseTo(0, 8)
    for (const [x, y] of [
      [
        [0, 1],
        [0, 1],
      ],
      [
        [0, 1, 1, 2],
        [1, 1, 0, 0],
      ],
      [
        [0, 1],
        [1, 1],
      ],
    ] as const)
      expect(() => fitSigmoid([...x], [...y], undefined, { smoothed: false })).toThrow(
        'separates the classes',
      )
  })

  test('refuses a model that ranks backwards', () => {
    expect(() => fitPlatt([0.1, 0.2, 0.8, 0.9], [1, 1, 0, 0])).toThrow('worse than chance')
  })
})

describe('tests of calibration', () => {
  const random = seededRandom('calibration tests')
  const p = Array.from({ length: 3000 }, () => random.next())
  const honest = p.map((value) => Number(random.next() < value))
  const shy = p.map((value) => Number(random.next() < 0.5 + (value - 0.5) / 2))

  test.each([
    ['Kolmogorov', kolmogorovCalibrationTest],
    ['Kuiper', kuiperCalibrationTest],
    ['Spiegelhalter', spiegelhalterTest],
  ])('%s tells a calibrated model from one that is too certain', (_, calibrationTest) => {
    expect(calibrationTest(p, honest).pValue).toBeGreaterThan(0.01)
    expect(calibrationTest(p, shy).pValue).toBeLessThan(1e-6)
  })

  test('both series of each law meet', () => {
    for (const [survival, at] of [
      [brownianMaximumSurvival, 1.2],
      [brownianRangeSurvival, 1.6],
    ] as const) {
      expect(survival(at - 1e-9)).toBeCloseTo(survival(at + 1e-9), 7)
      expect(survival(0)).toBe(1)
      expect(survival(0.2)).toBeCloseTo(1, 12)
      expect(survival(6)).toBeLessThan(1e-7)
    }
  })
})
