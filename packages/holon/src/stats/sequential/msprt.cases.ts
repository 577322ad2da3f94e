import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { bernoulliMsprt, firstRejection, normalMsprt, pathPValue } from './msprt.ts'

/** Streams without a standard deviation are of 0 and 1. */
export const runner: CaseRunner = {
  ids: ['ab/msprt'],
  run(input) {
    const fields = new CaseInput(input)
    const x = fields.numbers('x')
    const y = fields.numbers('y')
    const tau = fields.number('tau')
    const path = fields.has('sigma')
      ? normalMsprt(x, y, { tau, sigma: fields.number('sigma') })
      : bernoulliMsprt(x, y, { tau, burnIn: fields.number('burn_in', 100) })
    const places = fields.numbers('n', [])
    return {
      lambda_n: places.map((n) => Math.exp(path[n - 1] ?? Number.NaN)),
      n_rejection: firstRejection(path, fields.number('alpha', 0.05)) ?? null,
      p_value: pathPValue(path),
    }
  },
}
