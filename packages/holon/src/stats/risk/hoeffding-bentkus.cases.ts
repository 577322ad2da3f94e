import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { hoeffdingBentkus } from './hoeffding-bentkus.ts'

export const runner: CaseRunner = {
  ids: ['calibration/hoeffding-bentkus'],
  run(input) {
    const fields = new CaseInput(input)
    const binary = fields.flag('binary', false)
    return {
      p_value: hoeffdingBentkus(fields.number('r_hat'), fields.number('n'), fields.number('alpha'), {
        binary,
      }),
    }
  },
}
