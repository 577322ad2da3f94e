import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { averageEffectSequence } from './average-effect.ts'

/** The stream of outcomes and treatments stands beside the cases. */
export const runner: CaseRunner = {
  ids: ['ab/confseq-ate-stream'],
  run(input, { document }) {
    const stream = new CaseInput(document).fields('stream')
    const treated = stream.numbers('treatment')
    const units = stream.numbers('y').map((outcome, i) => ({ outcome, treated: treated[i] === 1 }))
    const now = averageEffectSequence(units.slice(0, new CaseInput(input).number('t')))
    return {
      point_estimate: now.estimate,
      lower: now.interval.lower,
      upper: now.interval.upper,
      p_value: now.pValue,
    }
  },
}
