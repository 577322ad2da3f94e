/**
 * What a test found. `pValue` is the probability of a statistic at least as extreme when the null hypothesis
 * is true.
 */
export interface TestResult {
  readonly statistic: number
  readonly pValue: number
}

/** The direction in which a test looks for an effect. */
export type Alternative = 'two-sided' | 'greater' | 'less'
