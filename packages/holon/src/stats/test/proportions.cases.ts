import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { pearsonTest } from './contingency.ts'
import { proportionsTest } from './proportions.ts'

/**
 * Unpooled interval of the difference, p-value of Pearson's test; relative ones divided by the control's
 * rate.
 */
export const runner: CaseRunner = {
  ids: ['ab/spotify-chisquared'],
  run(input, _file, { name }) {
    const fields = new CaseInput(input)
    const [successes = 0, n = 0] = fields.numbers('control')
    const [treated = 0, m = 0] = fields.numbers('test')
    const { difference, interval } = proportionsTest({ successes, n }, { successes: treated, n: m })
    const scale = name.includes('relative') || fields.raw('relative') === true ? successes / n : 1
    const table = [
      [successes, n - successes],
      [treated, m - treated],
    ]
    return {
      difference: difference / scale,
      ci: [interval.lower / scale, interval.upper / scale],
      p_value: pearsonTest(table).pValue,
    }
  },
}
