import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import type { Interval } from '../interval/interval.ts'
import { momentsFromSums } from '../moments.ts'
import type { Alternative } from '../test/test-result.ts'
import { type AlwaysValidOptions, alwaysValidTest } from './always-valid.ts'
import { type Arm, meanArm, proportionArm } from './arm.ts'
import { normalRisk, posteriorEffect } from './bayesian.ts'
import { type Effect, effectOf, type Scale } from './effect.ts'
import { fixedSampleTest } from './fixed-sample.ts'
import { additionalData } from './mid-experiment.ts'

export const runner: CaseRunner = {
  ids: [
    'ab/growthbook-fixed',
    'ab/growthbook-sequential',
    'ab/growthbook-bayesian',
    'ab/growthbook-midexperiment-power',
  ],
  run(input, { id }) {
    const fields = new CaseInput(input)
    if (fields.has('sigma')) return { risk: risks(normalRisk(fields.number('mu'), fields.number('sigma'))) }
    const control = armOf(fields.fields('a'))
    const treatment = armOf(fields.fields('b'))
    const scale: Scale = fields.text('difference_type', 'relative') === 'absolute' ? 'absolute' : 'relative'
    const effect = effectOf(control, treatment, scale)
    if (effect === undefined) return noEvidence(control, treatment, scale)
    if (id.endsWith('bayesian')) return bayesian(fields, effect, control, scale)
    if (id.endsWith('power')) return { scaling_factor: moreData(fields, effect) }
    return id.endsWith('sequential')
      ? sequential(fields, effect)
      : tested(effect, fixedSampleTest(effect, options(fields)))
  },
}

function armOf(fields: CaseInput): Arm {
  const n = fields.number('n')
  if (fields.text('kind') === 'quantile') return quantileArm(fields, n)
  const sum = fields.number('sum')
  if (fields.text('kind') === 'proportion') return proportionArm(sum, n)
  return meanArm(momentsFromSums({ n, sum, sumSquares: fields.number('sum_squares') }))
}

/** A quantile with its 95 % bounds, in place of a mean with its variance. */
function quantileArm(fields: CaseInput, n: number): Arm {
  const width = fields.number('upper') - fields.number('lower')
  const deviation = Math.sqrt((n - 1) / n) * (width / (2 * 1.959963984540054))
  return { n, mean: fields.number('estimate'), variance: n * deviation * deviation }
}

function noEvidence(control: Arm, treatment: Arm, scale: Scale) {
  const empty = control.n === 0 || treatment.n === 0
  const flat = scale === 'relative' && control.mean === 0
  return {
    expected: 0,
    ci: [0, 0],
    p_value: 1,
    chance_to_win: 0.5,
    risk: [0, 0],
    error: empty ? 'NO_UNITS_IN_VARIATION' : flat ? 'BASELINE_VARIATION_ZERO' : 'ZERO_NEGATIVE_VARIANCE',
  }
}

function options(fields: CaseInput): AlwaysValidOptions {
  const named = fields.text('alternative', 'two-sided').replace('_', '-')
  const alternative: Alternative = named === 'greater' || named === 'less' ? named : 'two-sided'
  return { alpha: fields.number('alpha', 0.05), alternative, tightAt: fields.number('tuning', 5000) }
}

function tested(effect: Effect, { interval, pValue }: { interval: Interval; pValue: number }) {
  return {
    expected: effect.estimate,
    stderr: effect.deviation,
    ci: [interval.lower, interval.upper],
    p_value: pValue,
  }
}

function sequential(fields: CaseInput, effect: Effect) {
  if (!fields.has('tunings')) return tested(effect, alwaysValidTest(effect, options(fields)))
  const widths = fields
    .numbers('tunings')
    .map((tightAt) => ({ tightAt, ...alwaysValidTest(effect, { ...options(fields), tightAt }).interval }))
    .sort((a, b) => a.upper - a.lower - (b.upper - b.lower))
  return { interval_nesting: widths.map(({ tightAt }) => `CI(tuning=${tightAt})`).join(' strictly inside ') }
}

function bayesian(fields: CaseInput, effect: Effect, control: Arm, scale: Scale) {
  const prior = priorOf(fields, control, scale)
  const posterior = posteriorEffect(effect, {
    alpha: fields.number('alpha', 0.05),
    ...(prior === undefined ? {} : { prior }),
  })
  return {
    expected: posterior.mean,
    stddev: posterior.deviation,
    ci: [posterior.interval.lower, posterior.interval.upper],
    chance_to_win: posterior.chanceToWin,
    risk: risks(posterior.risk),
  }
}

/** A prior is stated for the relative effect. */
function priorOf(fields: CaseInput, control: Arm, scale: Scale) {
  if (!fields.has('prior')) return undefined
  const prior = fields.fields('prior')
  if (!prior.flag('proper', true)) return undefined
  const size =
    scale === 'absolute' && fields.text('prior_type', 'relative') === 'relative' ? Math.abs(control.mean) : 1
  return { mean: prior.number('mean') * size, variance: prior.number('variance') * size * size }
}

function risks({ ofKeeping, ofShipping }: { ofKeeping: number; ofShipping: number }): number[] {
  return [ofKeeping, ofShipping]
}

function moreData(fields: CaseInput, effect: Effect): number {
  return additionalData(effect, {
    trueEffect: fields.number('mde'),
    power: fields.number('power', 0.8),
    alpha: fields.number('alpha', 0.05),
    ...(fields.has('tuning') ? { tightAt: fields.number('tuning') } : {}),
  })
}
