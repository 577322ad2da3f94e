import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { type Plan, sampleSizeForMean, sampleSizeForProportion } from './sample-size.ts'
import type { Alternative } from './test-result.ts'

export const runner: CaseRunner = {
  ids: ['ab/gpower-sample-size'],
  run(input) {
    const fields = new CaseInput(input)
    const allocation = allocationOf(fields)
    const [control = 0.5, treatment = 0.5] = allocation
    const plan: Plan = {
      difference: fields.number('mde'),
      alpha: fields.number('alpha', 0.05),
      power: fields.number('power', 0.85),
      alternative: fields.text('alternative', 'two-sided') as Alternative,
      control,
      treatment,
    }
    const units = fields.has('variance')
      ? sampleSizeForMean(plan, fields.number('variance'))
      : sampleSizeForProportion(plan, fields.number('baseline'))
    return { n_total: Math.ceil(units), allocation }
  },
}

/** Control against all others: control half, the rest shared. */
function allocationOf(fields: CaseInput): number[] {
  if (fields.has('allocation')) return fields.numbers('allocation')
  const groups = fields.number('groups', 2)
  if (fields.text('comparisons', 'control_vs_all') !== 'control_vs_all') {
    return new Array<number>(groups).fill(1 / groups)
  }
  return Array.from({ length: groups }, (_, i) => (i === 0 ? 0.5 : 0.5 / (groups - 1)))
}
