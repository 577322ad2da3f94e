import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { labelScore, labelSet, type SetRule } from './label-sets.ts'
import { conformalBound } from './split.ts'

/** The method is in the name of the case. */
export const runner: CaseRunner = {
  ids: ['calibration/conformal-classification'],
  run(input, _file, { name }) {
    const fields = new CaseInput(input)
    const rows = fields.table('p')
    const labels = fields.numbers('y')
    const rule = ruleOf(`${name} ${fields.text('method', '')}`)
    const regularisation = { penalty: fields.number('penalty', 0), free: fields.number('k_reg', 0) }
    const scores = rows.map((row, i) => labelScore(row, labels[i] ?? 0, rule, regularisation))
    const bound = conformalBound(scores, fields.number('alpha'), 'interpolated-higher')
    const chosen = rows.map((row) => labelSet(row, bound, rule, regularisation))
    const hits = chosen.filter((set, i) => set.includes(labels[i] ?? -1)).length
    return {
      sets: rows.map((row, i) => row.map((_, label) => (chosen[i]?.includes(label) ? 1 : 0))),
      coverage: hits / rows.length,
      quantile: bound,
    }
  },
}

function ruleOf(name: string): SetRule {
  if (name.includes('top')) return 'top-k'
  if (name.includes('not_include')) return 'cumulative-below'
  return name.includes('aps') || name.includes('cum') || name.includes('include')
    ? 'cumulative'
    : 'least-ambiguous'
}
