import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HolonError } from '../../spec/error.ts'
import { betaCdf, betaQuantile, betaSurvival } from './beta.ts'
import { binomialCdf, binomialProbability, binomialQuantile } from './binomial.ts'
import { chiSquareCdf, chiSquareQuantile, chiSquareSurvival } from './chi-square.ts'
import { gammaCdf, gammaQuantile, gammaSurvival } from './gamma.ts'
import { normalCdf, normalQuantile, normalSurvival } from './normal.ts'
import { studentCdf, studentQuantile, studentSurvival } from './student-t.ts'

const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })
const shape = fc.double({ min: 0.2, max: 1e4, noNaN: true })

interface Family {
  readonly name: string
  cdf(x: number, a: number, b: number): number
  survival(x: number, a: number, b: number): number
  quantile(p: number, a: number, b: number): number
}

const families: Family[] = [
  {
    name: 'normal',
    cdf: (x, a, b) => normalCdf(x, a, b),
    survival: (x, a, b) => normalSurvival(x, a, b),
    quantile: (p, a, b) => normalQuantile(p, a, b),
  },
  { name: 'student', cdf: studentCdf, survival: studentSurvival, quantile: studentQuantile },
  { name: 'beta', cdf: betaCdf, survival: betaSurvival, quantile: betaQuantile },
  { name: 'gamma', cdf: gammaCdf, survival: gammaSurvival, quantile: gammaQuantile },
  { name: 'chi-square', cdf: chiSquareCdf, survival: chiSquareSurvival, quantile: chiSquareQuantile },
]

describe.each(families)('the $name distribution', ({ cdf, survival, quantile }) => {
  test('has a quantile that inverts its cdf', () => {
    fc.assert(
      fc.property(share, shape, shape, (p, a, b) => {
        const x = quantile(p, a, b)
        const slack = 1e-9 * Math.max(p, 1e-3)
        // Near 1 a beta variable is known to 1e-16 only, which may be much in probability.
        const near = Math.abs(cdf(x * (1 + 1e-15), a, b) - cdf(x * (1 - 1e-15), a, b))
        expect(Math.abs(cdf(x, a, b) - p)).toBeLessThanOrEqual(slack + near)
      }),
    )
  })

  test('splits all probability into two tails', () => {
    fc.assert(
      fc.property(share, shape, shape, (p, a, b) => {
        const x = quantile(p, a, b)
        expect(cdf(x, a, b) + survival(x, a, b)).toBeCloseTo(1, 12)
      }),
    )
  })

  test('never descends', () => {
    fc.assert(
      fc.property(share, share, shape, shape, (p, q, a, b) => {
        const [low, high] = [Math.min(p, q), Math.max(p, q)]
        const above = quantile(high, a, b)
        expect(quantile(low, a, b)).toBeLessThanOrEqual(above + 1e-12 * Math.max(1, Math.abs(above)))
      }),
    )
  })
})

describe('values of tables', () => {
  // Digits beyond printed tables from SciPy 1.x (Cephes, Boost), which this code does not share anything
  // with.
  test.each([
    ['normal far tail', normalCdf(-8), 6.22096057427178e-16],
    ['normal 97.5 %', normalQuantile(0.975), 1.959963984540054],
    ['normal far quantile', normalQuantile(1e-300), -37.0470962993612],
    ['student 97.5 %, 7.3 degrees', studentQuantile(0.975, 7.3), 2.345066736547703],
    ['student far tail', studentCdf(-40, 30), 6.8630225973032e-28],
    ['student one degree', studentCdf(1, 1), 0.75],
    ['student many degrees', studentCdf(-4, 1e8), 3.1671264584264e-5],
    ['beta', betaCdf(0.3, 20.5, 40.5), 0.28236710964895867],
    ['beta with a large parameter', betaCdf(0.0003718619438536706, 30, 1e5), 0.9],
    ['gamma', gammaCdf(30, 28.5), 0.6324747011969611],
    ['chi-square', chiSquareSurvival(3.841458820694124, 1), 0.05],
    ['binomial', binomialCdf(3, 10, 0.3), 0.6496107184],
    ['binomial probability', binomialProbability(3, 10, 0.3), 0.266827932],
  ])('%s', (_, got, expected) => {
    expect(Math.abs(got / expected - 1)).toBeLessThan(1e-10)
  })

  test('reach their ends', () => {
    expect(normalQuantile(0)).toBe(-Infinity)
    expect(studentQuantile(1, 3)).toBe(Infinity)
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1])
    expect([gammaQuantile(0, 2), gammaQuantile(1, 2)]).toEqual([0, Infinity])
    expect([binomialCdf(-1, 5, 0.5), binomialCdf(5, 5, 0.5)]).toEqual([0, 1])
  })
})

describe('the binomial distribution', () => {
  test('sums its probabilities to its cdf', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, p) => {
        let sum = 0
        for (let k = 0; k <= n; k += 1) {
          sum += binomialProbability(k, n, p)
          expect(binomialCdf(k, n, p)).toBeCloseTo(sum, 10)
        }
      }),
    )
  })

  test('has as quantile the smallest count that reaches the probability', () => {
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 500 }), share, (p, n, success) => {
        const k = binomialQuantile(p, n, success)
        expect(binomialCdf(k, n, success)).toBeGreaterThanOrEqual(p)
        expect(binomialCdf(k - 1, n, success)).toBeLessThan(p)
      }),
    )
  })
})

test('parameters outside their range are refused with a code', () => {
  const codeOf = (call: () => unknown): string => {
    try {
      call()
      return 'none'
    } catch (error) {
      return error instanceof HolonError ? error.code : 'other'
    }
  }
  expect(codeOf(() => normalCdf(0, 0, -1))).toBe('input-invalid')
  expect(codeOf(() => studentQuantile(0.5, 0))).toBe('input-invalid')
  expect(codeOf(() => betaCdf(0.5, Number.NaN, 1))).toBe('input-invalid')
  expect(codeOf(() => gammaQuantile(1.5, 1))).toBe('input-invalid')
  expect(codeOf(() => binomialCdf(1, 1.5, 0.5))).toBe('input-invalid')
})
