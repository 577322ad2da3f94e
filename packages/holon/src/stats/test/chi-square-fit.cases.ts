import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { chiSquareFit } from './chi-square-fit.ts'

export const runner: CaseRunner = {
  ids: ['ab/srm'],
  run(input) {
    const fields = new CaseInput(input)
    const users = fields.numbers('users')
    const { statistic, pValue } = chiSquareFit(
      users,
      fields.numbers(
        'weights',
        users.map(() => 1),
      ),
    )
    return { chi2: statistic, p_value: pValue }
  },
}
