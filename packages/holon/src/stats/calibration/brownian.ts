import { normalSurvival } from '../distribution/normal.ts'

// Below these values the series in exp(-1/x^2) converge fastest, above them those in normal tails.
const maximumSwitch = 1.2
const rangeSwitch = 1.6
const terms = 40

/** The probability that the largest |B(t)| of Brownian motion on [0, 1] exceeds x (W. Feller, 1951). */
export function brownianMaximumSurvival(x: number): number {
  if (x <= 0) return 1
  let sum = 0
  if (x < maximumSwitch) {
    for (let k = 0; k < terms; k += 1) {
      const odd = 2 * k + 1
      sum += ((k % 2 === 0 ? 1 : -1) / odd) * Math.exp(-((odd * Math.PI) ** 2) / (8 * x * x))
    }
    return 1 - (4 / Math.PI) * sum
  }
  for (let k = 0; k < terms; k += 1) sum += (k % 2 === 0 ? 1 : -1) * normalSurvival((2 * k + 1) * x)
  return 4 * sum
}

/**
 * The probability that the range of Brownian motion on [0, 1], largest minus smallest value, exceeds x
 * (Feller 1951).
 */
export function brownianRangeSurvival(x: number): number {
  if (x <= 0) return 1
  let sum = 0
  if (x < rangeSwitch) {
    for (let k = 0; k < terms; k += 1) {
      const angle = ((k + 0.5) * Math.PI) ** 2
      sum += (8 / (x * x) + 2 / angle) * Math.exp((-2 * angle) / (x * x))
    }
    return 1 - sum
  }
  for (let k = 1; k <= terms; k += 1) sum += (k % 2 === 1 ? k : -k) * normalSurvival(k * x)
  return 8 * sum
}
