import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { quantileScore, residualScore } from './intervals.ts'
import { conformalBound, coverage } from './split.ts'

/** Around a prediction, with a scale for each row where there is one, or around two predicted quantiles. */
export const runner: CaseRunner = {
  ids: ['calibration/conformal-regression'],
  run(input) {
    const fields = new CaseInput(input)
    const values = fields.numbers('y')
    const { scores, scales, between } = fields.has('y_pred')
      ? aroundPredictions(fields, values)
      : aroundQuantiles(fields, values)
    const bound = conformalBound(scores, fields.number('alpha', 0.05))
    const scale = scales.reduce((sum, one) => sum + one, 0) / scales.length
    return { width: between + 2 * bound * scale, coverage: coverage(scores, bound), quantile: bound }
  },
}

function aroundPredictions(fields: CaseInput, values: readonly number[]) {
  const predictions = fields.numbers('y_pred')
  const scales = fields.numbers(
    'sigma',
    values.map(() => 1),
  )
  const scores = values.map((y, i) => residualScore(y, predictions[i] ?? Number.NaN, scales[i]))
  return { scores, scales, between: 0 }
}

function aroundQuantiles(fields: CaseInput, values: readonly number[]) {
  const [lower, upper] = [fields.numbers('y_lower'), fields.numbers('y_upper')]
  const quantiles = values.map((_, i) => ({ lower: lower[i] ?? Number.NaN, upper: upper[i] ?? Number.NaN }))
  const scores = values.map((y, i) => quantileScore(y, quantiles[i] ?? { lower: 0, upper: 0 }))
  const between = quantiles.reduce((sum, one) => sum + one.upper - one.lower, 0) / quantiles.length
  return { scores, scales: [1], between }
}
