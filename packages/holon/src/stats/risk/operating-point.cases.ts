import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { operatingPoint } from './operating-point.ts'

export const runner: CaseRunner = {
  ids: ['calibration/risk-curve-selection'],
  run(input) {
    const fields = new CaseInput(input)
    const { setting, met } = operatingPoint(
      fields.numbers('lambdas'),
      fields.numbers('risks'),
      fields.number('alpha'),
    )
    return { best_lambda: setting, warns: !met }
  },
}
