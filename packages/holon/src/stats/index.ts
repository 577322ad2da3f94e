export { bagVotes, bootstrapCounts } from './bandit/bag.ts'
export { banditSums, type RewardSeen } from './bandit/bandit-sums.ts'
export { bestProbabilities } from './bandit/best-probabilities.ts'
export {
  type BanditArm,
  type BanditFit,
  type BanditFitInit,
  type BanditRow,
  fitBandit,
} from './bandit/fit-bandit.ts'
export { greedy } from './bandit/greedy.ts'
export { expectedReward, type LinearArm, linearArm, rewardDoubt } from './bandit/linear-arm.ts'
export { squareCb } from './bandit/square-cb.ts'
export { applyCalibration, checkCalibration, logOdds, sigmoid } from './calibration/apply.ts'
export {
  kolmogorovCalibrationTest,
  kuiperCalibrationTest,
  spiegelhalterTest,
} from './calibration/calibration-tests.ts'
export {
  type BaseRate,
  type ClassShares,
  estimateBaseRate,
  estimateClassShares,
} from './calibration/class-shares.ts'
export { fitIsotonic, type IsotonicOptions, isotonicRegression } from './calibration/isotonic.ts'
export { fitPlatt, fitSigmoid, type Sigmoid } from './calibration/platt.ts'
export { fitClassTemperature, fitTemperature, temper } from './calibration/temperature.ts'
export {
  type CoverageDistribution,
  calibrationSize,
  coverageDistribution,
  coverageWithin,
  coveredProbability,
} from './conformal/coverage-distribution.ts'
export {
  intervalScore,
  jackknifeInterval,
  quantileBand,
  quantileScore,
  residualInterval,
  residualScore,
} from './conformal/intervals.ts'
export { labelScore, labelSet, type Regularisation, type SetRule } from './conformal/label-sets.ts'
export { conformalBound, coverage, type QuantileRule } from './conformal/split.ts'
export { betaCdf, betaQuantile, betaSurvival } from './distribution/beta.ts'
export { binomialCdf, binomialProbability, binomialQuantile } from './distribution/binomial.ts'
export { chiSquareCdf, chiSquareQuantile, chiSquareSurvival } from './distribution/chi-square.ts'
export { gammaCdf, gammaQuantile, gammaSurvival } from './distribution/gamma.ts'
export { noncentralTCdf } from './distribution/noncentral-t.ts'
export { normalCdf, normalDensity, normalQuantile, normalSurvival } from './distribution/normal.ts'
export { studentCdf, studentQuantile, studentSurvival } from './distribution/student-t.ts'
export { andersonDarlingTest } from './drift/anderson-darling.ts'
export {
  alignCounts,
  hellinger,
  jensenShannon,
  largestChange,
  populationStability,
  totalVariation,
} from './drift/categorical.ts'
export { deviationLimits, type Limits, type Offset } from './drift/deviation-threshold.ts'
export { estimatedAuc, learnReference } from './drift/estimated-performance.ts'
export { ksDistance, ksTest } from './drift/kolmogorov-smirnov.ts'
export { mannWhitneyTest } from './drift/mann-whitney.ts'
export { type CountDistance, permutationTest } from './drift/permutation.ts'
export { wasserstein } from './drift/wasserstein.ts'
export { type AlwaysValidOptions, alwaysValidHalfWidth, alwaysValidTest } from './effect/always-valid.ts'
export { type Arm, meanArm, proportionArm, ratioArm } from './effect/arm.ts'
export {
  type NormalBelief,
  normalRisk,
  type Posterior,
  posteriorEffect,
  type Risk,
} from './effect/bayesian.ts'
export { type Comparison, type ComparisonOptions, compareMeans } from './effect/compare-means.ts'
export {
  type AdjustedArms,
  type AdjustedLift,
  adjustByCovariate,
  adjustedRatioLift,
  type CovariateColumns,
} from './effect/covariate.ts'
export { type Effect, effectOf, type Scale } from './effect/effect.ts'
export { type EffectTest, type EffectTestOptions, fixedSampleTest } from './effect/fixed-sample.ts'
export { type FlightPlan, flightEffect, flightUnits } from './effect/flight-power.ts'
export {
  type IndicatorQuality,
  indicatorQuality,
  type PastEffects,
  type PastEstimate,
} from './effect/indicator.ts'
export { additionalData, type PowerGoal, powerAfter } from './effect/mid-experiment.ts'
export { epidemicRates, type Infection } from './epidemic/compartments.ts'
export { extinctionProbability, finalSize, herdImmunity } from './epidemic/final-size.ts'
export { type Course, courses, type NetworkInfection, networkStep } from './epidemic/network.ts'
export { outbreakSizes } from './epidemic/reed-frost.ts'
export {
  discreteSerialInterval,
  type Reproduction,
  type ReproductionOptions,
  reproductionNumber,
} from './epidemic/reproduction.ts'
export {
  type Distribution,
  epsilonGreedy,
  fromVotes,
  normalise,
  softmax,
  withMinimum,
} from './exploration/exploration.ts'
export {
  chanceOfYes,
  type EqualisedRate,
  equaliseRate,
  type RandomisedThreshold,
  type ScoredGroup,
} from './fairness/equalise.ts'
export {
  confusionByGroup,
  demographicParity,
  equalizedOdds,
  type GroupConfusions,
  type GroupRate,
  rateByGroup,
  rateDifference,
  rateRatio,
} from './fairness/groups.ts'
export { type AnswerQuality, impliedFalsePositiveRate } from './fairness/incompatible.ts'
export { benefitsOf, betweenGroups, generalizedEntropy, theilIndex } from './fairness/inequality.ts'
export {
  type StandardisedDifference,
  type StratumRate,
  type StratumRates,
  standardisedDifference,
} from './fairness/standardised-difference.ts'
export { commonOddsRatio, mantelHaenszelTest, type Stratum, standardisedRates } from './fairness/strata.ts'
export { type ActionDeviation, type ActionEvidence, actionEvidence } from './feedback/action-evidence.ts'
export {
  type ArrivalCurve,
  type Arrived,
  type ArrivedIn,
  arrivalCurve,
  arrivedFor,
} from './feedback/arrival-curve.ts'
export { type AskedCell, type AskedMean, type AskedMeanOptions, askedMean } from './feedback/asked-mean.ts'
export { type AuditedMean, type AuditOptions, auditedMean, type Served } from './feedback/audited-mean.ts'
export { type BestResponse, bestResponse, type Effort } from './feedback/best-response.ts'
export { clustersAfter, type Impact, lendersProfit, repaymentRate } from './feedback/delayed-impact.ts'
export { type DelayedMean, type DelayedSums, delayedMean } from './feedback/delayed-mean.ts'
export {
  explorationNeeded,
  informationNeeded,
  type Search,
  strengthShown,
} from './feedback/exploration-needed.ts'
export { type Influence, influenceOf, type LaterPair } from './feedback/influence.ts'
export {
  type SelectionAssumption,
  type SelectiveMean,
  type SelectiveOptions,
  type SelectiveRow,
  selectiveMean,
} from './feedback/selective-mean.ts'
export { siphash, unitOf } from './hash/siphash.ts'
export { aucInterval } from './interval/auc.ts'
export { betaBinomialInterval } from './interval/beta-binomial.ts'
export { calibrationErrorInterval } from './interval/calibration-error.ts'
export { clopperPearsonInterval } from './interval/clopper-pearson.ts'
export { contrast, difference, type Located, multiple, type Weighted } from './interval/contrast.ts'
export { anyNumber, anyShare, type Interval } from './interval/interval.ts'
export { meanInterval } from './interval/mean.ts'
export { meanShareInterval } from './interval/mean-share.ts'
export { quantileInterval, quantileRanks, type Ranks } from './interval/quantile.ts'
export { ratioInterval, ratioVariance } from './interval/ratio.ts'
export { type ReliabilityPoint, reliabilityIntervals } from './interval/reliability.ts'
export { wilsonInterval } from './interval/wilson.ts'
export { type JointMoments, jointMomentsOf, mergeJointMoments } from './joint-moments.ts'
export { auc } from './metrics/auc.ts'
export { brierScore } from './metrics/brier.ts'
export {
  type Binning,
  classCalibrationError,
  confidenceCalibrationError,
  type TopLabels,
  topLabelCalibrationError,
  topLabels,
} from './metrics/class-calibration.ts'
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
  maximumCalibrationError,
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
export { dormandPrince, type Precision } from './ode/dormand-prince.ts'
export { type Rates, rungeKutta, type Step } from './ode/runge-kutta.ts'
export { offPolicySequence } from './off-policy/confidence-sequence.ts'
export { empiricalLikelihood } from './off-policy/empirical-likelihood.ts'
export {
  directMethod,
  doublyRobust,
  effectiveSampleSize,
  importanceWeight,
  inversePropensity,
  inversePropensityError,
  type LoggedReward,
  type ModelledReward,
  selfNormalised,
  selfNormalisedDoublyRobust,
  shrinkage,
  switchAbove,
  type WeightRule,
} from './off-policy/estimators.ts'
export {
  type Estimated,
  evaluatePolicy,
  type OffPolicyEvaluation,
  type OffPolicyOptions,
  type PolicyEstimate,
} from './off-policy/evaluate.ts'
export type { ExplorationNeeded } from './off-policy/exploration.ts'
export type { ActionChance, LoggedChoice } from './off-policy/logged-choice.ts'
export { crossFittedRewards, type RewardRow } from './off-policy/reward-model.ts'
export { type EstimatorName, estimatorNames } from './off-policy/terms.ts'
export { type RuleOutcome, type Verdict, verdictOf } from './off-policy/verdict.ts'
export {
  choicesOfEvents,
  type NamedFeatures,
  readVowpalWabbit,
  type VowpalWabbitEvent,
  writeVowpalWabbit,
} from './off-policy/vowpal-wabbit.ts'
export type { Overlap, WeightReport } from './off-policy/weights.ts'
export { erlangB, erlangC, generalServiceQueue, multiServerQueue, type Queue } from './queueing/queues.ts'
export { type RandomState, resumedRandom, type SeededRandom, seededRandom } from './random/seeded.ts'
export { eloExpected, eloUpdate } from './rating/elo.ts'
export {
  type GlickoGame,
  type GlickoRating,
  glickoExpected,
  glickoIdle,
  glickoImpact,
  glickoUpdate,
} from './rating/glicko.ts'
export { type Glicko2Rating, type Glicko2Update, glicko2Update } from './rating/glicko2.ts'
export { type Skill, unknownSkill } from './rating/skill.ts'
export { matchQuality, type Participant, type TrueSkillOptions, trueSkillUpdate } from './rating/trueskill.ts'
export { type Team, type WengLinModel, wengLinUpdate, winProbabilities } from './rating/weng-lin.ts'
export type { Observation } from './regression/column.ts'
export { type Break, fitKnee, type KneeFit, type KneeOptions } from './regression/knee.ts'
export type { KneeTest } from './regression/knee-test.ts'
export { certifiedSettings, type Procedure } from './risk/certified.ts'
export { conformalRiskSetting } from './risk/conformal-risk.ts'
export { type CoverageRiskPoint, coverageRisk } from './risk/coverage-risk.ts'
export type { Handled } from './risk/handled.ts'
export { hoeffdingBentkus } from './risk/hoeffding-bentkus.ts'
export { type OperatingPoint, operatingPoint } from './risk/operating-point.ts'
export {
  certifySelective,
  type SelectiveCertificate,
  type SelectiveInput,
  type SelectiveRefusal,
} from './risk/selective.ts'
export { type Activation, type DenseLayer, denseNetwork } from './safety/dense-network.ts'
export {
  lateralDistance,
  oppositeDirectionDistance,
  type Response,
  sameDirectionDistance,
  stoppingDistance,
} from './safety/responsibility-sensitive.ts'
export { averageEffectSequence, type EffectSequence, type Unit } from './sequential/average-effect.ts'
export { bernoulliSequence } from './sequential/bernoulli.ts'
export {
  crossingProbabilities,
  nominalAlpha,
  obrienFlemingBound,
  peekingError,
  pocockBound,
  spendingBounds,
} from './sequential/group-sequential.ts'
export {
  alwaysValidPValue,
  betaBinomialMixture,
  gammaExponentialMixture,
  type LogMixture,
  mixtureBound,
  normalMixture,
  type Tuning,
} from './sequential/mixture.ts'
export {
  bernoulliMsprt,
  type EvidencePath,
  firstRejection,
  normalMsprt,
  pathPValue,
} from './sequential/msprt.ts'
export { quantileAbPValue } from './sequential/quantile-ab.ts'
export { type SampleRatioStep, sampleRatioSequence } from './sequential/sample-ratio.ts'
export {
  boundsOfSpending,
  type Spending,
  sequentialPValue,
  spentBy,
} from './sequential/spending.ts'
export { type Stitching, stitchedBound } from './sequential/stitched.ts'
export { chiSquareFit } from './test/chi-square-fit.ts'
export { likelihoodRatioTest, pearsonTest, type Table } from './test/contingency.ts'
export { fisherTest } from './test/fisher.ts'
export { likelihoodRatioFit } from './test/likelihood-ratio-fit.ts'
export { type Adjustment, adjustPValues } from './test/multiplicity.ts'
export { type DifferenceResult, type Proportion, proportionsTest } from './test/proportions.ts'
export { type Plan, sampleSizeForMean, sampleSizeForProportion } from './test/sample-size.ts'
export { type StudentPlan, studentEffect, studentPower, studentUnits } from './test/student-power.ts'
export type { Alternative, TestResult } from './test/test-result.ts'
export { type CostMatrix, costThreshold, negativeMultiplier, shiftBaseRate } from './threshold/cost.ts'
export {
  accuracy,
  balancedAccuracy,
  type Criterion,
  fBeta,
  leastCost,
  matthews,
  type Reward,
  rewarded,
  youden,
} from './threshold/criteria.ts'
export {
  bestThreshold,
  bestThresholdBy,
  type JudgedThreshold,
  type RewardedThreshold,
} from './threshold/from-data.ts'
export { type RejectOption, rejectOption, type TwoNormals } from './threshold/reject-option.ts'
export { bestExperience, expectedUtilities } from './utility/classes.ts'
export { type BestStretch, neverBest, utilityEnvelope } from './utility/envelope.ts'
export { decayed, grownCost } from './utility/habituation.ts'
export {
  bestLineAt,
  expectedUtilityAt,
  indifference,
  type UtilityLine,
  utilityLine,
  type Worth,
} from './utility/line.ts'
export { type Maximum, maximize, orderByUtility, type Range } from './utility/maximize.ts'
