import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { brierScore } from './brier.ts'
import { logLoss } from './log-loss.ts'
import { equalWidthEdges, quantileEdges, reliability } from './reliability.ts'

export const runner: CaseRunner = {
  ids: ['calibration/scores'],
  run(input, _file, { name }) {
    const fields = new CaseInput(input)
    const labels = fields.numbers('y')
    const probabilities = fields.numbers('p')
    const bins = fields.number('bins', 5)
    const byQuantile = `${name} ${fields.text('strategy', '')}`.includes('quantile')
    const edges = byQuantile ? quantileEdges(probabilities, bins) : equalWidthEdges(bins)
    const curve = reliability(probabilities, labels, edges)
    return {
      brier: brierScore(probabilities, labels),
      log_loss: logLoss(probabilities, labels),
      prob_true: curve.map((bin) => bin.meanOutcome),
      prob_pred: curve.map((bin) => bin.meanProbability),
    }
  },
}
