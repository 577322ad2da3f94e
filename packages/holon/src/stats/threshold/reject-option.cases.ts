import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { rejectOption } from './reject-option.ts'

export const runner: CaseRunner = {
  ids: ['decision/chow-reject'],
  run(input) {
    const fields = new CaseInput(input)
    const [first = -1, second = 1] = fields.numbers('means', [-1, 1])
    const option = rejectOption(
      {
        means: [Math.min(first, second), Math.max(first, second)],
        deviation: fields.number('sd', 1),
        prior: fields.number('prior', 0.5),
      },
      fields.number('d'),
    )
    return {
      threshold_posterior: option.threshold,
      x_cut: option.upper,
      error: option.error,
      reject: option.reject,
    }
  },
}
