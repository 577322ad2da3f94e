import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { likelihoodRatioTest, pearsonTest } from './contingency.ts'
import { fisherTest } from './fisher.ts'
import { proportionsTest } from './proportions.ts'

type Pair = readonly [number, number]

/** The test is in the name of the case, rows are arms, columns successes and failures. */
export const runner: CaseRunner = {
  ids: ['ab/proportions-2x2'],
  run(input, _file, { name }) {
    const table = new CaseInput(input).table('table')
    const [control, treatment] = table.map(([a = 0, b = 0]): Pair => [a, b])
    if (control === undefined || treatment === undefined) return {}
    if (name.startsWith('fisher')) return { p_value: fisherTest([control, treatment]) }
    if (name.startsWith('pearson'))
      return { p_value: pearsonTest(table, { yates: name.includes('yates') }).pValue }
    if (name.startsWith('g_test') || name.startsWith('likelihood')) {
      return { p_value: likelihoodRatioTest(table).pValue }
    }
    const result = proportionsTest(proportion(control), proportion(treatment), {
      pooled: !name.includes('unpooled'),
    })
    return {
      effect: result.difference,
      effect_ci: [result.interval.lower, result.interval.upper],
      statistic: result.statistic,
      p_value: result.pValue,
    }
  },
}

function proportion([successes, failures]: Pair) {
  return { successes, n: successes + failures }
}
