import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { calibrationSize, coverageDistribution, coverageWithin } from './coverage-distribution.ts'

export const runner: CaseRunner = {
  ids: ['calibration/conformal-coverage-distribution'],
  run(input) {
    const fields = new CaseInput(input)
    const alpha = fields.number('alpha')
    if (!fields.has('eps')) return coverageDistribution(fields.number('n'), alpha)
    const epsilon = fields.number('eps')
    const delta = fields.number('delta', 0.1)
    const n = calibrationSize(alpha, epsilon, delta)
    return {
      n,
      holds_at_n: coverageWithin(n, alpha, epsilon, delta),
      holds_at_n_minus_1: coverageWithin(n - 1, alpha, epsilon, delta),
    }
  },
}
