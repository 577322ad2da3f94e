import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { type Adjustment, adjustPValues } from './multiplicity.ts'

/** The method is in the name of the case. */
export const runner: CaseRunner = {
  ids: ['ab/multiplicity'],
  run(input, _file, { name }) {
    const fields = new CaseInput(input)
    const p = fields.has('p') ? fields.numbers('p') : fields.numbers('p_values')
    const adjusted = adjustPValues(p, adjustmentOf(name.toLowerCase()))
    const alpha = fields.number('alpha', 0.05)
    return { adjusted, rejected: adjusted.map((value) => value <= alpha) }
  },
}

function adjustmentOf(name: string): Adjustment {
  if (name.includes('yekutieli')) return 'benjamini-yekutieli'
  if (name.includes('benjamini')) return 'benjamini-hochberg'
  const sidak = name.includes('sidak')
  if (name.includes('hochberg') || name.includes('step_up')) return sidak ? 'hochberg-sidak' : 'hochberg'
  if (name.includes('holm') || name.includes('step_down')) return sidak ? 'holm-sidak' : 'holm'
  return 'bonferroni'
}
