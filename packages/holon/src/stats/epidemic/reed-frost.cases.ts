import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { outbreakSizes } from './reed-frost.ts'

export const runner: CaseRunner = {
  ids: ['epidemic/reed-frost'],
  run(input) {
    const fields = new CaseInput(input)
    return {
      p: outbreakSizes(fields.number('household'), fields.number('q'), fields.number('introduced', 1)),
    }
  },
}
