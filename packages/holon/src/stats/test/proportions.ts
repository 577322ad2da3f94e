import { requireShare } from '../argument.ts'
import { normalQuantile, normalSurvival } from '../distribution/normal.ts'
import { requireSuccesses } from '../interval/clopper-pearson.ts'
import { anyNumber, type Interval } from '../interval/interval.ts'
import type { TestResult } from './test-result.ts'

/** Successes among n. */
export interface Proportion {
  readonly successes: number
  readonly n: number
}

/** A difference of two shares: treatment minus control. */
export interface DifferenceResult extends TestResult {
  readonly difference: number
  readonly interval: Interval
}

/**
 * The two-sided z-test and interval of a difference of two proportions. `pooled` takes one variance for both,
 * as the null hypothesis has it; otherwise each arm keeps its own. An arm without rows says nothing: p-value
 * 1.
 */
export function proportionsTest(
  control: Proportion,
  treatment: Proportion,
  { confidence = 0.95, pooled = false } = {},
): DifferenceResult {
  requireSuccesses(control.successes, control.n)
  requireSuccesses(treatment.successes, treatment.n)
  requireShare('confidence', confidence)
  if (control.n === 0 || treatment.n === 0) {
    return { difference: 0, interval: anyNumber, statistic: 0, pValue: 1 }
  }
  const difference = treatment.successes / treatment.n - control.successes / control.n
  const deviation = Math.sqrt(pooled ? pooledVariance(control, treatment) : ownVariance(control, treatment))
  const half = normalQuantile((1 + confidence) / 2) * deviation
  const statistic = difference === 0 ? 0 : difference / deviation
  return {
    difference,
    interval: { lower: difference - half, upper: difference + half },
    statistic,
    pValue: 2 * normalSurvival(Math.abs(statistic)),
  }
}

function pooledVariance(a: Proportion, b: Proportion): number {
  const share = (a.successes + b.successes) / (a.n + b.n)
  return share * (1 - share) * (1 / a.n + 1 / b.n)
}

function ownVariance(a: Proportion, b: Proportion): number {
  return [a, b].reduce((total, { successes, n }) => total + ((successes / n) * (1 - successes / n)) / n, 0)
}
