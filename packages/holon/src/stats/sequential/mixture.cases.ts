import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { bernoulliSequence } from './bernoulli.ts'
import {
  alwaysValidPValue,
  betaBinomialMixture,
  gammaExponentialMixture,
  type LogMixture,
  mixtureBound,
  mixturePrecision,
  normalMixture,
  type Tuning,
} from './mixture.ts'
import { quantileAbPValue } from './quantile-ab.ts'
import { stitchedBound } from './stitched.ts'

export const runner: CaseRunner = {
  ids: ['ab/confidence-sequences'],
  run(input) {
    const fields = new CaseInput(input)
    const alpha = fields.number('alpha', fields.number('alpha_opt', 0.05))
    const tightAt = fields.number('t_opt', 100)
    if (fields.has('quantile')) {
      const share = fields.number('quantile')
      return {
        p_value: quantileAbPValue(values(fields, 'a'), values(fields, 'b'), share, { alpha, tightAt }),
      }
    }
    if (fields.has('successes')) {
      const options = { confidence: 1 - alpha, tightAt }
      const { lower, upper } = bernoulliSequence(fields.number('successes'), fields.number('n'), options)
      return { ci: [lower, upper] }
    }
    return fields.has('v_min') ? { bound: stitched(fields, alpha) } : mixed(fields, alpha)
  },
}

function stitched(fields: CaseInput, alpha: number): number {
  return stitchedBound(fields.number('v'), alpha, {
    start: fields.number('v_min'),
    scale: fields.number('c', 0),
    power: fields.number('s', 1.4),
    growth: fields.number('eta', 2),
  })
}

function mixed(fields: CaseInput, alpha: number) {
  const tuning: Tuning = {
    variance: fields.number('v_opt', 100),
    alpha: fields.number('alpha_opt', 0.05),
    sides: fields.number('sides', 2) === 1 ? 1 : 2,
  }
  const mixture = mixtureOf(fields, tuning)
  const v = fields.number('v')
  const log = mixture(fields.number('s', 0), v)
  const most = fields.has('g') ? v / fields.number('g') : Infinity
  return {
    rho: mixturePrecision(tuning),
    log_mixture: log,
    bound: mixtureBound(mixture, v, alpha, most),
    p_value: alwaysValidPValue(log),
  }
}

function mixtureOf(fields: CaseInput, tuning: Tuning): LogMixture {
  if (fields.has('g')) return betaBinomialMixture(tuning, fields.number('g'), fields.number('h'))
  return fields.has('c') ? gammaExponentialMixture(tuning, fields.number('c')) : normalMixture(tuning)
}

/** A list of numbers, or a range of whole ones written "1..1000". */
function values(fields: CaseInput, key: string): number[] {
  if (Array.isArray(fields.raw(key))) return fields.numbers(key)
  const [first = 0, last = 0] = fields.text(key).split('..').map(Number)
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}
