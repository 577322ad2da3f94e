import { CaseInput } from '../../../../../tools/case-input.ts'
import { type CaseRunner, skip } from '../../../../../tools/case-runner.ts'
import { conformalRiskSetting } from './conformal-risk.ts'

const grid = Array.from({ length: 100 }, (_, i) => i / 100)

export const runner: CaseRunner = {
  ids: ['calibration/conformal-risk-control'],
  run(input, _file, { expected }) {
    if (new CaseInput(expected).has('certified')) return skip('its procedure is not stated in the definition')
    const fields = new CaseInput(input)
    const scores = fields.table('scores')
    const labels = fields.table('labels')
    const risks = grid.map((setting) => meanMiss(scores, labels, setting))
    const setting = conformalRiskSetting(grid, risks, scores.length, 1 - fields.number('target_recall'))
    return {
      lambda_star: setting ?? null,
      sets: scores.map((row) => row.map((score) => Number(score > (setting ?? 0)))),
    }
  },
}

/**
 * The mean over rows of the share of true labels that are not in the set; a row without labels misses none.
 */
function meanMiss(scores: readonly number[][], labels: readonly number[][], setting: number): number {
  const misses = scores.map((row, i) => {
    const truths = row.filter((_, label) => labels[i]?.[label] === 1)
    return truths.length === 0 ? 0 : truths.filter((score) => score <= setting).length / truths.length
  })
  return misses.reduce((sum, miss) => sum + miss, 0) / misses.length
}
