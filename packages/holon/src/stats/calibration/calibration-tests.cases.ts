import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { calibrationError, equalWidthEdges, reliability } from '../metrics/reliability.ts'
import { brownianMaximumSurvival, brownianRangeSurvival } from './brownian.ts'
import { kolmogorovCalibrationTest, kuiperCalibrationTest, spiegelhalterTest } from './calibration-tests.ts'

// Fifty edges from 0 to 1: a bin that holds exactly 0, and 49 of equal width.
const edges = [0, ...equalWidthEdges(49)]

export const runner: CaseRunner = {
  ids: ['calibration/mapie-calibration-metrics'],
  run(input, _file, { name }) {
    const fields = new CaseInput(input)
    if (fields.has('x')) {
      const survival = name.startsWith('kuiper') ? brownianRangeSurvival : brownianMaximumSurvival
      return { cdf: fields.numbers('x').map((x) => 1 - survival(x)) }
    }
    const scores = fields.numbers('score')
    const labels = fields.numbers('y')
    const ks = kolmogorovCalibrationTest(scores, labels)
    const kuiper = kuiperCalibrationTest(scores, labels)
    const spiegelhalter = spiegelhalterTest(scores, labels)
    return {
      ece: calibrationError(reliability(scores, labels, edges)),
      ks: ks.statistic,
      ks_p_value: ks.pValue,
      kuiper: kuiper.statistic,
      kuiper_p_value: kuiper.pValue,
      spiegelhalter: spiegelhalter.statistic,
      spiegelhalter_p_value: spiegelhalter.pValue,
    }
  },
}
