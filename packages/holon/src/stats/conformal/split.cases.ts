import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { conformalBound, coverage } from './split.ts'

export const runner: CaseRunner = {
  ids: ['calibration/conformal-regression'],
  run(input) {
    const fields = new CaseInput(input)
    const predictions = fields.numbers('y_pred')
    const scores = fields.numbers('y').map((y, i) => Math.abs(y - (predictions[i] ?? Number.NaN)))
    const bound = conformalBound(scores, fields.number('alpha', 0.05))
    return { width: 2 * bound, coverage: coverage(scores, bound) }
  },
}
