import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { HolonError } from '../../spec/error.ts'
import { costThreshold, negativeMultiplier, shiftBaseRate } from './cost.ts'

export const runner: CaseRunner = {
  ids: ['decision/elkan-threshold'],
  run(input) {
    const fields = new CaseInput(input)
    return { ...thresholds(fields), ...shifted(fields) }
  },
}

function thresholds(fields: CaseInput) {
  if (!fields.has('c10')) return {}
  try {
    const threshold = costThreshold({
      c00: fields.number('c00', 0),
      c10: fields.number('c10'),
      c01: fields.number('c01'),
      c11: fields.number('c11', 0),
    })
    return { threshold, negative_multiplier_for_0_5: negativeMultiplier(threshold) }
  } catch (error) {
    if (error instanceof HolonError) return { error: error.message }
    throw error
  }
}

function shifted(fields: CaseInput) {
  if (!fields.has('p') || !fields.has('b') || !fields.has('b2')) return {}
  const p = shiftBaseRate(fields.number('p'), fields.number('b'), fields.number('b2'))
  return { p, p2: p, probability: p, adjusted: p }
}
