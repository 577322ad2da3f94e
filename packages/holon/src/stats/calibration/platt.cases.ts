import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { sigmoid } from './apply.ts'
import { fitSigmoid } from './platt.ts'

export const runner: CaseRunner = {
  ids: ['calibration/platt'],
  run(input) {
    const fields = new CaseInput(input)
    const scores = fields.numbers('f')
    const weights = ['weights', 'sample_weight'].find((key) => fields.has(key))
    const { slope, intercept } = fitSigmoid(
      scores,
      fields.numbers('y'),
      weights === undefined ? undefined : fields.numbers(weights),
      { smoothed: fields.flag('smoothed', true) },
    )
    return { A: -slope, B: -intercept, p: scores.map((score) => sigmoid(slope * score + intercept)) }
  },
}
