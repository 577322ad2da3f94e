import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { betaBinomialInterval } from './beta-binomial.ts'

export const runner: CaseRunner = {
  ids: ['ab/beta-binomial'],
  run(input) {
    const fields = new CaseInput(input)
    const [a = 0.5, b = 0.5] = fields.numbers('prior', [0.5, 0.5])
    const confidence = 1 - fields.number('alpha', 0.05)
    const { lower, upper } = betaBinomialInterval(
      fields.number('successes'),
      fields.number('n'),
      confidence,
      [a, b],
    )
    return { ci: [lower, upper] }
  },
}
