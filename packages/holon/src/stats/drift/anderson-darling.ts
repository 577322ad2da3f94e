import { requirePaired } from '../argument.ts'
import type { TestResult } from '../test/test-result.ts'

// Levels and the coefficients of their critical values, b0 + b1 / sqrt(m) + b2 / m for m + 1 samples: table 2
// of F. W. Scholz and M. A. Stephens (1987).
const table = [
  [0.25, 0.675, -0.245, -0.105],
  [0.1, 1.281, 0.25, -0.305],
  [0.05, 1.645, 0.678, -0.362],
  [0.025, 1.96, 1.149, -0.391],
  [0.01, 2.326, 1.822, -0.396],
  [0.005, 2.573, 2.364, -0.345],
  [0.001, 3.085, 3.615, -0.154],
] as const
const criticalForTwo = table.map(([, b0, b1, b2]) => b0 + b1 + b2)
const logLevels = table.map(([level]) => Math.log(level))

/**
 * The two-sample Anderson-Darling test, heavy in the tails, in its form for ties (midranks), standardised.
 * The p-value is read from a quadratic through the published critical values, and means little outside 0.001
 * to 0.25.
 */
export function andersonDarlingTest(x: readonly number[], y: readonly number[]): TestResult {
  requirePaired([x.length > 0], [y.length > 0])
  const statistic = standardised(x.length, y.length, midrankStatistic(x, y))
  const [a, b, c] = quadraticFit(criticalForTwo, logLevels)
  return { statistic, pValue: Math.min(1, Math.exp(a + b * statistic + c * statistic * statistic)) }
}

/** A^2 of Scholz and Stephens (1987), equation 7. */
function midrankStatistic(x: readonly number[], y: readonly number[]): number {
  const all = [...x, ...y].sort((a, b) => a - b)
  const n = all.length
  let total = 0
  for (const sample of [x, y]) {
    const sorted = [...sample].sort((a, b) => a - b)
    let sum = 0
    for (const place of new Set(all)) {
      const ties = countOf(all, place)
      const inSample = countOf(sorted, place)
      const below = all.findIndex((value) => value >= place) + ties / 2
      const sampleBelow = sorted.filter((value) => value < place).length + inSample / 2
      const denominator = below * (n - below) - (n * ties) / 4
      sum += ((ties / n) * (n * sampleBelow - below * sample.length) ** 2) / denominator
    }
    total += sum / sample.length
  }
  return (total * (n - 1)) / n
}

function countOf(values: readonly number[], place: number): number {
  return values.filter((value) => value === place).length
}

/** The statistic minus its mean, 1 for two samples, over its standard deviation (equation 4). */
function standardised(m: number, n: number, statistic: number): number {
  const total = m + n
  const inverse = 1 / m + 1 / n
  let harmonic = 0
  for (let i = 1; i < total; i += 1) harmonic += 1 / i
  let double = 0
  let inner = 0
  for (let i = total - 2; i >= 1; i -= 1) {
    inner += 1 / (i + 1)
    double += inner / (total - i)
  }
  const k = 2
  const a = (4 * double - 6) * (k - 1) + (10 - 6 * double) * inverse
  const b =
    (2 * double - 4) * k * k +
    8 * harmonic * k +
    (2 * double - 14 * harmonic - 4) * inverse -
    8 * harmonic +
    4 * double -
    6
  const c =
    (6 * harmonic + 2 * double - 2) * k * k +
    (4 * harmonic - 4 * double + 6) * k +
    (2 * harmonic - 6) * inverse +
    4 * harmonic
  const d = (2 * harmonic + 6) * k * k - 4 * harmonic * k
  const variance =
    (a * total ** 3 + b * total ** 2 + c * total + d) / ((total - 1) * (total - 2) * (total - 3))
  return (statistic - (k - 1)) / Math.sqrt(variance)
}

/** Least squares of y on 1, x and x^2. */
function quadraticFit(x: readonly number[], y: readonly number[]): [number, number, number] {
  const power = (p: number): number => x.reduce((sum, value) => sum + value ** p, 0)
  const moment = (p: number): number => x.reduce((sum, value, i) => sum + value ** p * (y[i] ?? 0), 0)
  const [s0, s1, s2, s3, s4] = [power(0), power(1), power(2), power(3), power(4)]
  const [t0, t1, t2] = [moment(0), moment(1), moment(2)]
  const determinant = s0 * (s2 * s4 - s3 * s3) - s1 * (s1 * s4 - s2 * s3) + s2 * (s1 * s3 - s2 * s2)
  return [
    (t0 * (s2 * s4 - s3 * s3) - s1 * (t1 * s4 - t2 * s3) + s2 * (t1 * s3 - t2 * s2)) / determinant,
    (s0 * (t1 * s4 - t2 * s3) - t0 * (s1 * s4 - s2 * s3) + s2 * (s1 * t2 - s2 * t1)) / determinant,
    (s0 * (s2 * t2 - s3 * t1) - s1 * (s1 * t2 - s2 * t1) + t0 * (s1 * s3 - s2 * s2)) / determinant,
  ]
}
