import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { type StudentPlan, studentEffect, studentPower, studentUnits } from './student-power.ts'
import type { Alternative } from './test-result.ts'

/** Of units, effect and power two are given and the third is asked for. */
export const runner: CaseRunner = {
  ids: ['ab/teatasting-power'],
  run(input) {
    const fields = new CaseInput(input)
    const named = fields.text('alternative', 'two-sided')
    const alternative: Alternative = named === 'greater' || named === 'less' ? named : 'two-sided'
    const plan: StudentPlan = {
      variance: fields.number('variance'),
      alpha: fields.number('alpha', 0.05),
      alternative,
    }
    const mean = fields.number('mean')
    const effect = effectOf(fields, mean)
    if (effect === undefined) {
      const found = studentEffect(plan, fields.number('n_total'), fields.number('power', 0.8))
      return { effect: found, effect_size: found, rel_effect: found / mean, rel_effect_size: found / mean }
    }
    if (fields.has('n_total')) return { power: studentPower(plan, effect, fields.number('n_total')) }
    const units = studentUnits(plan, effect, fields.number('power', 0.8))
    return { n_total: units, n: units, n_obs: units }
  },
}

function effectOf(fields: CaseInput, mean: number): number | undefined {
  if (fields.has('effect')) return fields.number('effect')
  if (fields.has('effect_size')) return fields.number('effect_size')
  return fields.has('rel_effect') ? fields.number('rel_effect') * mean : undefined
}
