import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { type JointMoments, jointMomentsOf } from '../joint-moments.ts'
import { adjustedRatioLift } from './covariate.ts'

const columns = { numerator: 0, denominator: 1, covariateNumerator: 2, covariateDenominator: 3 }

export const runner: CaseRunner = {
  ids: ['ab/growthbook-cuped-ratio'],
  run(input) {
    const fields = new CaseInput(input)
    const { lift, deviation } = adjustedRatioLift(
      momentsOfArm(fields.fields('a')),
      momentsOfArm(fields.fields('b')),
      columns,
      fields.number('theta'),
    )
    return { lift, stderr: deviation }
  },
}

function momentsOfArm(arm: CaseInput): JointMoments {
  return jointMomentsOf(['m_post', 'd_post', 'm_pre', 'd_pre'].map((key) => arm.numbers(key)))
}
