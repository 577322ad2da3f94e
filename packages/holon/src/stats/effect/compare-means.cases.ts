import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { type JointMoments, jointMomentsOf, linearCovariance, ratioWeights } from '../joint-moments.ts'
import type { Alternative } from '../test/test-result.ts'
import type { Arm } from './arm.ts'
import { compareMeans } from './compare-means.ts'
import { adjustByCovariate } from './covariate.ts'

/**
 * Columns in the order numerator, denominator and the same of the covariate; a column of ones where none is
 * named.
 */
export const runner: CaseRunner = {
  ids: ['ab/teatasting-means'],
  run(input) {
    const fields = new CaseInput(input)
    const [control, treatment] = [momentsOfArm(fields, 'control'), momentsOfArm(fields, 'treatment')]
    const arms =
      covariateOf(fields) === undefined ? plainArms(control, treatment) : adjusted(control, treatment)
    const named = fields.text('alternative', 'two-sided')
    const alternative: Alternative = named === 'greater' || named === 'less' ? named : 'two-sided'
    const result = compareMeans(arms.control, arms.treatment, {
      confidence: fields.number('confidence_level', 0.95),
      alternative,
      equalVariances: fields.flag('equal_var', false),
      normal: !fields.flag('use_t', true) || fields.text('distribution', 't') === 'normal',
    })
    return {
      control: arms.control.mean,
      treatment: arms.treatment.mean,
      effect: result.effect,
      effect_ci: [result.interval.lower, result.interval.upper],
      rel_effect: result.relative,
      rel_effect_ci: [result.relativeInterval.lower, result.relativeInterval.upper],
      statistic: result.statistic,
      p_value: result.pValue,
    }
  },
}

function covariateOf(fields: CaseInput): string | undefined {
  const key = ['covariate', 'numerator_covariate', 'numer_covariate'].find((name) => fields.has(name))
  return key === undefined ? undefined : fields.text(key)
}

function covariateDenominatorOf(fields: CaseInput): string | undefined {
  const key = ['covariate_denominator', 'denominator_covariate', 'denom_covariate'].find((name) =>
    fields.has(name),
  )
  return key === undefined ? undefined : fields.text(key)
}

function momentsOfArm(fields: CaseInput, key: string): JointMoments {
  const arm = fields.fields(key)
  const numerator = arm.numbers(fields.text('numerator'))
  const columnOf = (name: string | undefined): number[] =>
    name === undefined ? numerator.map(() => 1) : arm.numbers(name)
  const denominator = fields.has('denominator') ? fields.text('denominator') : undefined
  return jointMomentsOf([
    numerator,
    columnOf(denominator),
    columnOf(covariateOf(fields)),
    columnOf(covariateDenominatorOf(fields)),
  ])
}

function plainArms(control: JointMoments, treatment: JointMoments): { control: Arm; treatment: Arm } {
  return { control: ratioOf(control), treatment: ratioOf(treatment) }
}

function ratioOf(moments: JointMoments): Arm {
  const weights = ratioWeights(moments, 0, 1)
  const [top = Number.NaN, bottom = Number.NaN] = moments.means
  return { n: moments.n, mean: top / bottom, variance: linearCovariance(moments, weights, weights) }
}

function adjusted(control: JointMoments, treatment: JointMoments): { control: Arm; treatment: Arm } {
  const columns = { numerator: 0, denominator: 1, covariateNumerator: 2, covariateDenominator: 3 }
  return adjustByCovariate(control, treatment, columns)
}
