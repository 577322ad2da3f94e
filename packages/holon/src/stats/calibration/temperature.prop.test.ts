import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { logLoss } from '../metrics/log-loss.ts'
import { seededRandom } from '../random/seeded.ts'
import { applyCalibration } from './apply.ts'
import { fitClassTemperature, fitTemperature, temper } from './temperature.ts'

const probability = fc.double({ min: 0.001, max: 0.999, noNaN: true })
const classes = fc
  .array(probability, { minLength: 2, maxLength: 6 })
  .map((weights) => weights.map((weight) => weight / weights.reduce((a, b) => a + b)))
const temperature = fc.double({ min: 0.1, max: 10, noNaN: true })

/** Rows whose true chances are what a model says at temperature 1, said at another one. */
function rowsAt(said: number, n: number) {
  const random = seededRandom(`temperature ${said}`)
  const truths = Array.from({ length: n }, () => 0.02 + 0.96 * random.next())
  return {
    probabilities: truths.map((p) => applyCalibration({ method: 'temperature', temperature: 1 / said }, p)),
    labels: truths.map((p) => Number(random.next() < p)),
  }
}

describe('fitTemperature', () => {
  test.each([0.3, 1, 2.5])('finds that what was said is %f times too sharp', (said) => {
    const { probabilities, labels } = rowsAt(said, 20_000)
    expect(fitTemperature(probabilities, labels).temperature / said).toBeCloseTo(1, 1)
  })

  test('is of least log loss', () => {
    const { probabilities, labels } = rowsAt(2, 300)
    const fitted = fitTemperature(probabilities, labels).temperature
    const loss = (temperature: number) =>
      logLoss(
        probabilities.map((p) => applyCalibration({ method: 'temperature', temperature }, p)),
        labels,
      )
    for (const factor of [0.5, 0.9, 0.999, 1.001, 1.1, 2])
      expect(loss(fitted * factor)).toBeGreaterThan(loss(fitted))
  })

  test('is the same for two classes, and takes a weight for so many rows', () => {
    const { probabilities, labels } = rowsAt(2, 300)
    const binary = fitTemperature(probabilities, labels).temperature
    const logits = probabilities.map((p) => [Math.log(1 - p) + 7, Math.log(p) + 7])
    expect(fitClassTemperature(logits, labels).temperature).toBeCloseTo(binary, 8)
    const twice = fitTemperature([...probabilities, ...probabilities], [...labels, ...labels])
    expect(twice.temperature).toBeCloseTo(binary, 8)
    const weights = probabilities.map((_, i) => (i < 100 ? 2 : 1))
    const repeated = fitTemperature(
      [...probabilities, ...probabilities.slice(0, 100)],
      [...labels, ...labels.slice(0, 100)],
    )
    expect(fitTemperature(probabilities, labels, weights).temperature).toBeCloseTo(repeated.temperature, 8)
  })

  test('refuses rows for which no temperature is best, and rows that are none', () => {
    expect(() => fitTemperature([0.9, 0.1], [1, 0])).toThrow('every row is right')
    expect(() => fitTemperature([0.9, 0.1], [0, 1])).toThrow('no better than chance')
    expect(() => fitTemperature([0.5, 0.5], [0, 1])).toThrow('no better than chance')
    expect(() => fitClassTemperature([[0, 1]], [2])).toThrow('in row 0 there is no class 2')
    expect(() => fitClassTemperature([[0, -Infinity]], [0])).toThrow('in row 0 a logit is not finite')
    expect(() => fitTemperature([0.5], [])).toThrow('cannot be paired')
  })
})

describe('temper', () => {
  test('sums to 1, keeps the order, undoes itself, and agrees with the binary calibration', () => {
    fc.assert(
      fc.property(classes, temperature, (row, t) => {
        const tempered = temper(row, t)
        expect(tempered.reduce((a, b) => a + b)).toBeCloseTo(1, 12)
        for (const [i, p] of row.entries()) {
          for (const [j, q] of row.entries()) {
            if (p < q) expect(tempered[i] ?? 0).toBeLessThanOrEqual(tempered[j] ?? 0)
          }
        }
        const back = temper(tempered, 1 / t)
        for (const [i, p] of row.entries()) expect(back[i]).toBeCloseTo(p, 6)
      }),
    )
    fc.assert(
      fc.property(probability, temperature, (p, t) => {
        const binary = applyCalibration({ method: 'temperature', temperature: t }, p)
        expect(temper([p, 1 - p], t)[0]).toBeCloseTo(binary, 12)
      }),
    )
  })

  test('bears a probability of 0', () => {
    expect(temper([0, 1], 1)).toEqual([expect.closeTo(0, 200), 1])
    expect(() => temper([0.5, 0.5], 0)).toThrow('temperature is 0')
  })
})
