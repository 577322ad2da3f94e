import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../random/seeded.ts'
import {
  classCalibrationError,
  confidenceCalibrationError,
  topLabelCalibrationError,
  topLabels,
} from './class-calibration.ts'
import { calibrationError, equalWidthEdges, maximumCalibrationError, reliability } from './reliability.ts'

const row = fc
  .array(fc.integer({ min: 1, max: 20 }), { minLength: 3, maxLength: 3 })
  .map((weights) => weights.map((weight) => weight / weights.reduce((a, b) => a + b)))
const table = fc
  .array(fc.tuple(row, fc.nat({ max: 2 })), { minLength: 1, maxLength: 40 })
  .map((pairs) => ({ rows: pairs.map(([r]) => r), classes: pairs.map(([, k]) => k) }))
const one = () => [1]

describe('calibration of several classes', () => {
  test('is 0 only where what is said comes, and never above 1', () => {
    fc.assert(
      fc.property(table, ({ rows, classes }) => {
        for (const error of [
          confidenceCalibrationError(rows, classes),
          topLabelCalibrationError(rows, classes),
          topLabelCalibrationError(rows, classes, { evenly: true }),
          classCalibrationError(rows, classes),
        ]) {
          expect(error).toBeGreaterThanOrEqual(0)
          expect(error).toBeLessThanOrEqual(1)
        }
      }),
    )
    const sure = [0, 1, 2].map((k) => [0, 1, 2].map((j) => Number(j === k)))
    expect(classCalibrationError(sure, [0, 1, 2])).toBe(0)
    expect(topLabelCalibrationError(sure, [0, 1, 2])).toBe(0)
    expect(confidenceCalibrationError(sure, [1, 2, 0])).toBe(1)
  })

  test('by label is at least that over all labels: it cannot cancel out', () => {
    fc.assert(
      fc.property(table, ({ rows, classes }) => {
        for (const binning of [undefined, one]) {
          const all = confidenceCalibrationError(rows, classes, binning)
          const byLabel = topLabelCalibrationError(rows, classes, binning === undefined ? {} : { binning })
          expect(byLabel).toBeGreaterThanOrEqual(all - 1e-12)
        }
      }),
    )
  })

  test('weighs labels by their rows, or evenly', () => {
    const rows = [
      [0.8, 0.2],
      [0.8, 0.2],
      [0.8, 0.2],
      [0.4, 0.6],
    ]
    // Class 0 was said with 0.8 and came always, class 1 with 0.6 and never came.
    expect(topLabelCalibrationError(rows, [0, 0, 0, 0])).toBeCloseTo((3 * 0.2 + 0.6) / 4, 12)
    expect(topLabelCalibrationError(rows, [0, 0, 0, 0], { evenly: true })).toBeCloseTo((0.2 + 0.6) / 2, 12)
  })

  test('is small for a calibrated model with many rows', () => {
    const random = seededRandom('classes')
    const rows = Array.from({ length: 20_000 }, () => {
      const weights = [0, 1, 2].map(() => -Math.log(1 - random.next()))
      const total = weights.reduce((a, b) => a + b)
      return weights.map((weight) => weight / total)
    })
    const classes = rows.map((p) => {
      const u = random.next()
      return u < (p[0] ?? 0) ? 0 : u < (p[0] ?? 0) + (p[1] ?? 0) ? 1 : 2
    })
    expect(classCalibrationError(rows, classes)).toBeLessThan(0.02)
    expect(topLabelCalibrationError(rows, classes)).toBeLessThan(0.03)
  })

  test('takes the first of equally probable classes, and refuses one that is not there', () => {
    expect(topLabels([[0.5, 0.5]], [1])).toEqual({ labels: [0], probabilities: [0.5], right: [0] })
    expect(() => topLabels([[0.5, 0.5]], [2])).toThrow('in row 0 class 2 has no probability')
  })
})

test('the maximum calibration error is that of the worst bin', () => {
  const bins = reliability([0.1, 0.1, 0.9, 0.9], [0, 0, 0, 1], equalWidthEdges(2))
  expect(maximumCalibrationError(bins)).toBeCloseTo(0.4, 12)
  expect(maximumCalibrationError(bins)).toBeGreaterThanOrEqual(calibrationError(bins))
})
