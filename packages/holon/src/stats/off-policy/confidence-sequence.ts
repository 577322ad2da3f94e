import { requireShare } from '../argument.ts'
import { anyShare, type Interval } from '../interval/interval.ts'
import { zeta } from '../special/zeta.ts'
import type { LoggedReward } from './estimators.ts'

const growth = 1.1
const power = 1.1

/**
 * Bounds of the value of a policy, of rewards in [0, 1], that may be looked at after every row: stitched
 * empirical-Bernstein boundaries below w r and, mirrored, below w (1 - r) (S. Howard and others 2021, theorem
 * 1; N. Karampatziakis and others, Off-policy Confidence Sequences, 2021).
 */
export function offPolicySequence(rows: readonly LoggedReward[], alpha = 0.05): Interval {
  requireShare('alpha', alpha)
  if (rows.length === 0) return anyShare
  const lower = lowerBound(
    rows.map(({ weight, reward }) => weight * reward),
    alpha,
  )
  const mirrored = lowerBound(
    rows.map(({ weight, reward }) => weight * (1 - reward)),
    alpha,
  )
  return { lower: Math.min(1, Math.max(0, lower)), upper: Math.max(0, Math.min(1, 1 - mirrored)) }
}

/** Below the mean of values of at least 0, each predicted by the mean of those before it. */
function lowerBound(values: readonly number[], alpha: number): number {
  let sum = 0
  let variance = 0
  for (const [before, value] of values.entries()) {
    variance += (value - Math.min(1, (sum + 0.5) / (before + 1))) ** 2
    sum += value
  }
  const epochs = Math.log(growth * Math.max(1, variance)) / Math.log(growth) + 1
  const spent = power * Math.log(epochs) + Math.log(zeta(power) / (alpha / 2))
  const root = (growth ** 0.25 + growth ** -0.25) / Math.SQRT2
  const linear = ((Math.sqrt(growth) + 1) / 2) * spent
  return (sum - Math.sqrt(root * root * spent * variance + linear * linear) - linear) / values.length
}
