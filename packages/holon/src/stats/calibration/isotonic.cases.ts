import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { averageTies, isotonicRegression } from './isotonic.ts'

export const runner: CaseRunner = {
  ids: ['calibration/isotonic'],
  run(input) {
    const fields = new CaseInput(input)
    const y = fields.numbers('y')
    const x = fields.numbers(
      'x',
      y.map((_, i) => i),
    )
    const weights = fields.numbers(
      ['weights', 'sample_weight'].find((key) => fields.has(key)) ?? 'w',
      y.map(() => 1),
    )
    const points = averageTies(x, y, weights)
    const fitted = isotonicRegression(
      points.map((point) => point.mean),
      {
        weights: points.map((point) => point.weight),
        lower: fields.number('y_min', -Infinity),
        upper: fields.number('y_max', Infinity),
        decreasing: !fields.flag('increasing', true),
      },
    )
    const valueAt = new Map(points.map((point, i) => [point.at, fitted[i] ?? Number.NaN]))
    const fit = x.map((at) => valueAt.get(at) ?? Number.NaN)
    return { fit, fit_rounded: fit.map(Math.round) }
  },
}
