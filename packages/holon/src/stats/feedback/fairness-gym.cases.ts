import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { bestResponse } from './best-response.ts'
import { clustersAfter, lendersProfit, repaymentRate } from './delayed-impact.ts'

/** The worlds of admissions and lending of ml-fairness-gym, one step at a time. */
export const runner: CaseRunner = {
  ids: ['feedback/fairness-gym-admissions', 'feedback/fairness-gym-lending'],
  run(input, { id }) {
    const fields = new CaseInput(input)
    if (id.endsWith('admissions')) return gaming(fields)
    return fields.has('success') ? repayment(fields) : lending(fields)
  },
}

function gaming(fields: CaseInput) {
  const scores = fields.numbers('scores')
  if (!fields.flag('gaming', true)) return { scores, burden: scores.map(() => 0) }
  const costs = fields.fields('cost')
  const groups = fields.numbers('groups')
  const responses = scores.map((score, i) =>
    bestResponse(score, fields.number('threshold'), {
      cost: costs.number(String(groups[i])),
      reach: reachOf(fields),
      chanceAnyway: fields.number('epsilon_prob', 0),
    }),
  )
  return {
    scores: responses.map(({ score }) => score),
    burden: responses.map(({ burden }) => burden),
  }
}

/** Without a limit anything can be reached; some write the lack of one as "inf". */
function reachOf(fields: CaseInput): number {
  if (fields.raw('gaming_control') === 'inf') return Infinity
  return fields.number('gaming_control', Infinity)
}

function repayment(fields: CaseInput) {
  const success = fields.numbers('success')
  const groups = fields.keys().filter((key) => key !== 'success')
  return Object.fromEntries(groups.map((name) => [name, repaymentRate(fields.numbers(name), success)]))
}

function lending(fields: CaseInput) {
  const decided = {
    accepted: fields.text('decision', 'accept') === 'accept',
    repaid: fields.text('outcome', 'repaid').startsWith('repa'),
  }
  const profit = lendersProfit(decided, fields.number('interest', 0.3))
  const impact = { ...decided, cluster: fields.number('cluster', 0), step: fields.number('step', 0.01) }
  return {
    profit,
    ...(fields.has('distribution') && {
      distribution: clustersAfter(fields.numbers('distribution'), impact),
    }),
  }
}
