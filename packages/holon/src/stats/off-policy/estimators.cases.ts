import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { offPolicySequence } from './confidence-sequence.ts'
import { empiricalLikelihood } from './empirical-likelihood.ts'
import { importanceWeight, inversePropensity, type LoggedReward, selfNormalised } from './estimators.ts'

export const runner: CaseRunner = {
  ids: ['ope/vw-estimators', 'ope/vw-confidence-sequence'],
  run(input, { id }) {
    const fields = new CaseInput(input)
    if (id === 'ope/vw-confidence-sequence') {
      const { lower, upper } = offPolicySequence(repeated(fields), fields.number('alpha', 0.05))
      return { lower, upper }
    }
    const rows = rowsOf(fields)
    return {
      ips: inversePropensity(rows),
      snips: selfNormalised(rows),
      cressie_read_mle: empiricalLikelihood(rows),
      running_ips: rows.map((_, i) => inversePropensity(rows.slice(0, i + 1))),
    }
  },
}

/** Weight and reward are the same number. */
function repeated(fields: CaseInput): LoggedReward[] {
  const values = fields.numbers('values')
  const rows = values.map((value) => ({ weight: value, reward: value }))
  return Array.from({ length: fields.number('repeats', 1) }, () => rows).flat()
}

/** Rows of logged propensity, reward and the other policy's probability. */
function rowsOf(fields: CaseInput): LoggedReward[] {
  if (fields.has('p_log')) {
    const target = fields.numbers('p_pred')
    const reward = fields.numbers('reward')
    return fields.numbers('p_log').map((logged, i) => row(logged, reward[i] ?? 0, target[i] ?? 0))
  }
  const pattern = fields.has('data') ? fields.table('data') : fields.table('pattern')
  const once = pattern.map(([logged = 0, reward = 0, target = 0]) => row(logged, reward, target))
  return Array.from({ length: fields.number('repeats', 1) }, () => once).flat()
}

function row(logged: number, reward: number, target: number): LoggedReward {
  return { weight: importanceWeight(target, logged), reward }
}
