import { CaseInput } from '../../../../../tools/case-input.ts'
import { type CaseRunner, skip } from '../../../../../tools/case-runner.ts'
import type { Alternative } from '../test/test-result.ts'
import { alignCounts, hellinger, jensenShannon, largestChange } from './categorical.ts'
import { deviationLimits, type Offset } from './deviation-threshold.ts'
import { ksTest } from './kolmogorov-smirnov.ts'
import { wasserstein } from './wasserstein.ts'

export const runner: CaseRunner = {
  ids: ['drift/scipy-ks', 'drift/scipy-wasserstein', 'drift/nannyml-univariate', 'drift/nannyml-thresholds'],
  run(input, { id }) {
    const fields = new CaseInput(input)
    if (id === 'drift/scipy-ks') {
      const side = fields.text('alternative', 'two-sided') as Alternative
      const { statistic, pValue } = ksTest(fields.numbers('x'), fields.numbers('y'), side)
      return { statistic, p_value: pValue }
    }
    if (id === 'drift/scipy-wasserstein') return { distance: moved(fields) }
    if (id === 'drift/nannyml-thresholds') return limits(fields)
    return fields.has('reference') ? univariate(fields) : skip('its samples are drawn by another generator')
  },
}

function moved(fields: CaseInput): number {
  const weights = (key: string): number[] | undefined => (fields.has(key) ? fields.numbers(key) : undefined)
  return wasserstein(fields.numbers('u'), fields.numbers('v'), weights('u_weights'), weights('v_weights'))
}

function limits(fields: CaseInput) {
  try {
    const { lower, upper } = deviationLimits(fields.numbers('values'), {
      ...(fields.has('lower') ? { lower: fields.number('lower') } : {}),
      ...(fields.has('upper') ? { upper: fields.number('upper') } : {}),
      offset: fields.text('offset', 'mean') as Offset,
    })
    return { lower: lower ?? null, upper: upper ?? null }
  } catch (error) {
    return { error: error instanceof Error ? error.message : true }
  }
}

function univariate(fields: CaseInput) {
  if (Array.isArray(fields.raw('reference'))) {
    const [reference, current] = [fields.numbers('reference'), fields.numbers('current')]
    return { wasserstein: wasserstein(reference, current), ks: ksTest(reference, current).statistic }
  }
  const { reference, current } = alignCounts(
    counts(fields.fields('reference')),
    counts(fields.fields('current')),
  )
  return {
    linf: largestChange(reference, current),
    jensen_shannon: jensenShannon(reference, current),
    hellinger: hellinger(reference, current),
  }
}

function counts(fields: CaseInput): Record<string, number> {
  return Object.fromEntries(fields.keys().map((name) => [name, fields.number(name)]))
}
