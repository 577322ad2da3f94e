import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { sampleRatioSequence } from './sample-ratio.ts'

export const runner: CaseRunner = {
  ids: ['ab/srm-sequential'],
  run(input) {
    const fields = new CaseInput(input)
    const designed = fields.numbers('p0')
    const prior = fields.numbers(
      'prior',
      designed.map(() => 1),
    )
    const steps = sampleRatioSequence(fields.table('counts'), designed, prior)
    const last = steps.at(-1)
    return {
      steps: steps.map((step) => ({
        log_m0: step.logDesigned,
        log_m1: step.logMixed,
        alpha: step.posterior,
        p_value: step.pValue,
      })),
      p_value: last?.pValue,
      p_values: steps.map((step) => step.pValue),
      log_m0: last?.logDesigned,
      log_m1: last?.logMixed,
    }
  },
}
