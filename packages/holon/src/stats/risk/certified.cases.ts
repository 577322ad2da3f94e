import { CaseInput } from '../../../../../tools/case-input.ts'
import { type CaseRunner, skip } from '../../../../../tools/case-runner.ts'
import { certifiedSettings, type Procedure } from './certified.ts'

const procedures: Readonly<Record<string, Procedure>> = {
  bonferroni: 'bonferroni',
  bonferroni_holm: 'holm',
  holm: 'holm',
  fixed_sequence: 'fixed-sequence',
}

export const runner: CaseRunner = {
  ids: ['calibration/learn-then-test-fwer'],
  run(input) {
    const fields = new CaseInput(input)
    const procedure = procedures[fields.text('procedure')]
    if (procedure === undefined) return skip(`the procedure ${fields.text('procedure')} is not defined`)
    const rejected = certifiedSettings(
      fields.numbers('p_values'),
      fields.number('delta'),
      procedure,
      fields.number('n_starts', 1),
    )
    return { rejected }
  },
}
