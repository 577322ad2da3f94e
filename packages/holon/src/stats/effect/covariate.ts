import { type JointMoments, linearCovariance, mergeJointMoments, ratioWeights } from '../joint-moments.ts'
import type { Arm } from './arm.ts'

/**
 * Which columns hold numerator and denominator of the measure and of the covariate from before the
 * experiment.
 */
export interface CovariateColumns {
  readonly numerator: number
  readonly denominator: number
  readonly covariateNumerator: number
  readonly covariateDenominator: number
}

/** Both arms, with less variance and the same expectation. */
export interface AdjustedArms {
  readonly control: Arm
  readonly treatment: Arm
  /** The slope of the measure on the covariate. */
  readonly theta: number
}

/**
 * CUPED: takes out of a ratio of means what a covariate from before the experiment explains (A. Deng and
 * others, 2013), with one slope from both arms together. A mean is a ratio over a column of ones.
 */
export function adjustByCovariate(
  control: JointMoments,
  treatment: JointMoments,
  columns: CovariateColumns,
): AdjustedArms {
  const all = mergeJointMoments(control, treatment)
  const { measure, covariate } = weightsOf(all, columns)
  const spread = linearCovariance(all, covariate, covariate)
  const theta = spread === 0 ? 0 : linearCovariance(all, measure, covariate) / spread
  const centre = covariateRatio(all, columns)
  const adjust = (moments: JointMoments): Arm => {
    const own = weightsOf(moments, columns)
    const weights = own.measure.map((weight, i) => weight - theta * (own.covariate[i] ?? 0))
    const mean = ratio(moments, columns.numerator, columns.denominator)
    return {
      n: moments.n,
      mean: mean - theta * (covariateRatio(moments, columns) - centre),
      variance: linearCovariance(moments, weights, weights),
    }
  }
  return { control: adjust(control), treatment: adjust(treatment), theta }
}

/** A relative effect on an adjusted ratio, with its standard error. */
export interface AdjustedLift {
  readonly lift: number
  readonly deviation: number
}

/**
 * The lift of a ratio adjusted by `theta` times the same ratio before the experiment, over the unadjusted
 * ratio of control, with the standard error that also knows how uncertain that baseline is (delta method over
 * all four sums).
 */
export function adjustedRatioLift(
  control: JointMoments,
  treatment: JointMoments,
  columns: CovariateColumns,
  theta: number,
): AdjustedLift {
  const adjusted = (moments: JointMoments): number =>
    ratio(moments, columns.numerator, columns.denominator) - theta * covariateRatio(moments, columns)
  const baseline = ratio(control, columns.numerator, columns.denominator)
  const size = Math.abs(baseline)
  const lift = (adjusted(treatment) - adjusted(control)) / size
  const own = weightsOf(control, columns)
  const other = weightsOf(treatment, columns)
  const ofControl = own.measure.map(
    (weight, i) => -(weight - theta * (own.covariate[i] ?? 0)) / size - (lift * weight) / baseline,
  )
  const ofTreatment = other.measure.map((weight, i) => (weight - theta * (other.covariate[i] ?? 0)) / size)
  const variance =
    linearCovariance(control, ofControl, ofControl) / control.n +
    linearCovariance(treatment, ofTreatment, ofTreatment) / treatment.n
  return { lift, deviation: Math.sqrt(variance) }
}

function weightsOf(moments: JointMoments, columns: CovariateColumns) {
  return {
    measure: ratioWeights(moments, columns.numerator, columns.denominator),
    covariate: ratioWeights(moments, columns.covariateNumerator, columns.covariateDenominator),
  }
}

function covariateRatio(moments: JointMoments, columns: CovariateColumns): number {
  return ratio(moments, columns.covariateNumerator, columns.covariateDenominator)
}

function ratio({ means }: JointMoments, numerator: number, denominator: number): number {
  return (means[numerator] ?? Number.NaN) / (means[denominator] ?? Number.NaN)
}
