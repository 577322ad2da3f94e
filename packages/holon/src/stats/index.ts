export { applyCalibration, checkCalibration, logOdds, sigmoid } from './calibration/apply.ts'
export {
  kolmogorovCalibrationTest,
  kuiperCalibrationTest,
  spiegelhalterTest,
} from './calibration/calibration-tests.ts'
export { fitIsotonic, type IsotonicOptions, isotonicRegression } from './calibration/isotonic.ts'
export { fitPlatt, fitSigmoid, type Sigmoid } from './calibration/platt.ts'
export {
  type CoverageDistribution,
  calibrationSize,
  coverageDistribution,
  coverageWithin,
  coveredProbability,
} from './conformal/coverage-distribution.ts'
export { labelScore, labelSet, type SetRule } from './conformal/label-sets.ts'
export { conformalBound, coverage, type QuantileRule } from './conformal/split.ts'
export { betaCdf, betaQuantile, betaSurvival } from './distribution/beta.ts'
export { binomialCdf, binomialProbability, binomialQuantile } from './distribution/binomial.ts'
export { chiSquareCdf, chiSquareQuantile, chiSquareSurvival } from './distribution/chi-square.ts'
export { gammaCdf, gammaQuantile, gammaSurvival } from './distribution/gamma.ts'
export { normalCdf, normalDensity, normalQuantile, normalSurvival } from './distribution/normal.ts'
export { studentCdf, studentQuantile, studentSurvival } from './distribution/student-t.ts'
export { siphash, unitOf } from './hash/siphash.ts'
export { aucInterval } from './interval/auc.ts'
export { betaBinomialInterval } from './interval/beta-binomial.ts'
export { clopperPearsonInterval } from './interval/clopper-pearson.ts'
export { anyNumber, anyShare, type Interval } from './interval/interval.ts'
export { meanInterval } from './interval/mean.ts'
export { quantileInterval, quantileRanks, type Ranks } from './interval/quantile.ts'
export { ratioInterval, ratioVariance } from './interval/ratio.ts'
export { wilsonInterval } from './interval/wilson.ts'
export { auc } from './metrics/auc.ts'
export { brierScore } from './metrics/brier.ts'
export {
  type Confusion,
  type ConfusionRates,
  confusion,
  confusionRates,
  mergeConfusions,
} from './metrics/confusion.ts'
export { type BinaryEvaluation, evaluateBinary } from './metrics/evaluate-binary.ts'
export { logLoss } from './metrics/log-loss.ts'
export {
  calibrationError,
  equalWidthEdges,
  quantileEdges,
  type ReliabilityBin,
  reliability,
} from './metrics/reliability.ts'
export {
  addPair,
  addValue,
  covariance,
  type Moments,
  mergeMoments,
  mergePairMoments,
  momentsFromSums,
  momentsOf,
  noMoments,
  noPairMoments,
  type PairMoments,
  type PairSums,
  pairMomentsFromSums,
  pairMomentsOf,
  type Sums,
  variance,
} from './moments.ts'
export { type RandomState, resumedRandom, type SeededRandom, seededRandom } from './random/seeded.ts'
export { certifiedSettings, type Procedure } from './risk/certified.ts'
export { hoeffdingBentkus } from './risk/hoeffding-bentkus.ts'
export { type OperatingPoint, operatingPoint } from './risk/operating-point.ts'
export { chiSquareFit } from './test/chi-square-fit.ts'
export { likelihoodRatioTest, pearsonTest, type Table } from './test/contingency.ts'
export { fisherTest } from './test/fisher.ts'
export { type Adjustment, adjustPValues } from './test/multiplicity.ts'
export { type DifferenceResult, type Proportion, proportionsTest } from './test/proportions.ts'
export { type Plan, sampleSizeForMean, sampleSizeForProportion } from './test/sample-size.ts'
export type { Alternative, TestResult } from './test/test-result.ts'
export { type CostMatrix, costThreshold, negativeMultiplier, shiftBaseRate } from './threshold/cost.ts'
export { bestThreshold, type Reward, type RewardedThreshold } from './threshold/from-data.ts'
export {
  type BestFrom,
  bestActions,
  expectedUtilityAt,
  indifference,
  type UtilityLine,
} from './threshold/utility-lines.ts'
