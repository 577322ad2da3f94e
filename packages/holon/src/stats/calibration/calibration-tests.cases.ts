import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import {
  type Binning,
  confidenceCalibrationError,
  topLabelCalibrationError,
} from '../metrics/class-calibration.ts'
import {
  calibrationError,
  equalWidthEdges,
  maximumCalibrationError,
  quantileEdges,
  reliability,
} from '../metrics/reliability.ts'
import { brownianMaximumSurvival, brownianRangeSurvival } from './brownian.ts'
import { kolmogorovCalibrationTest, kuiperCalibrationTest, spiegelhalterTest } from './calibration-tests.ts'

export const runner: CaseRunner = {
  ids: ['calibration/mapie-calibration-metrics'],
  run(input, _file, { name }) {
    const fields = new CaseInput(input)
    if (fields.has('x')) return distribution(fields.numbers('x'), name)
    const binning = binningOf(fields, name)
    const isTable = Array.isArray(fields.list('score')[0])
    return isTable ? ofClasses(fields, binning) : ofScores(fields, binning)
  },
}

function distribution(x: readonly number[], name: string) {
  const survival = name.startsWith('kuiper') ? brownianRangeSurvival : brownianMaximumSurvival
  return { cdf: x.map((at) => 1 - survival(at)) }
}

/** Edges from 0 to 1 as many as bins: one bin holds exactly 0, the others are of equal width or hold equally many. */
function binningOf(fields: CaseInput, name: string): Binning {
  const bins = fields.number('num_bins', fields.number('bins', 50))
  const byQuantile = `${name} ${fields.text('strategy', '')}`.includes('quantile')
  return byQuantile
    ? (p) => [Math.min(...p), ...quantileEdges(p, bins - 1)]
    : () => [0, ...equalWidthEdges(bins - 1)]
}

/** The expected keys say whether the labels are classes or whether the most probable one was right. */
function ofClasses(fields: CaseInput, binning: Binning) {
  const rows = fields.table('score')
  const labels = fields.numbers('y')
  const tops = rows.map((row) => Math.max(...row))
  return {
    ece: labels.every((label) => label === 0 || label === 1)
      ? calibrationError(reliability(tops, labels, binning(tops)))
      : confidenceCalibrationError(rows, labels, binning),
    top_label_ece: topLabelCalibrationError(rows, labels, { binning, evenly: true }),
  }
}

function ofScores(fields: CaseInput, binning: Binning) {
  const scores = fields.numbers('score')
  const labels = fields.numbers('y')
  const bins = reliability(scores, labels, binning(scores))
  const ks = kolmogorovCalibrationTest(scores, labels)
  const kuiper = kuiperCalibrationTest(scores, labels)
  const spiegelhalter = spiegelhalterTest(scores, labels)
  return {
    ece: calibrationError(bins),
    mce: maximumCalibrationError(bins),
    ks: ks.statistic,
    ks_p_value: ks.pValue,
    kuiper: kuiper.statistic,
    kuiper_p_value: kuiper.pValue,
    spiegelhalter: spiegelhalter.statistic,
    spiegelhalter_p_value: spiegelhalter.pValue,
  }
}
