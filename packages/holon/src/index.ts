export { type BanditInit, bandit } from './decide/policies/bandit.ts'
export { type ByGroupInit, byGroup } from './decide/policies/by-group.ts'
export { policy } from './decide/policies/custom.ts'
export { expectedUtility } from './decide/policies/expected-utility.ts'
export {
  bag,
  type Explorer,
  epsilonGreedy,
  type Outlook,
  softmax,
  squareCB,
  thompson,
} from './decide/policies/explorers.ts'
export { type RandomisedInit, randomised } from './decide/policies/randomised.ts'
export { type SelectiveCase, type SelectiveInit, selective } from './decide/policies/selective.ts'
export { thresholds } from './decide/policies/thresholds.ts'
export { checkArms, mostStretches } from './measure/arms/check-arms.ts'
export { isSummed, type SummedMeasure } from './measure/arms/unit-sums.ts'
export { auc, brier, calibrationError, count, mean, quantile, rate, ratio, sum } from './measure/build.ts'
export { checkQuery } from './measure/check.ts'
export { type Estimate, estimate } from './measure/estimate.ts'
export { latencyOf } from './measure/evaluate.ts'
export { judge } from './measure/goal.ts'
export { backValue } from './measure/joined.ts'
export { orderStatistics } from './measure/order.ts'
export { type Actuator, type ActuatorInit, actuator } from './runtime/actuator.ts'
export { policyEvaluation, policyValue } from './runtime/off-policy/told.ts'
export { type Holon, open } from './runtime/open.ts'
export type { OpenOptions, Ports } from './runtime/options.ts'
export { projectLog } from './runtime/project-log.ts'
export { replayWith } from './runtime/replay-with.ts'
export type { Manifest } from './runtime/snapshot.ts'
export {
  type ComponentDocument,
  type DecideAnswer,
  type DecideRequest,
  type DecisionDocument,
  type EnvironmentDocument,
  type EraseAnswer,
  type ExperienceDocument,
  type Explanation,
  type Fault,
  type FeedbackDocument,
  type FeedbackRequest,
  type Finding,
  type GoalDeclaration,
  type GoalDocument,
  type GoalStatus,
  type HealthDocument,
  type LadderDocument,
  type LatestDocument,
  type Layer,
  type LoopDocument,
  layers,
  type MapDocument,
  type MistakeDocument,
  type PersonDocument,
  type Problem,
  type RecordDocument,
  type ReplayDocument,
  type StreamEvent,
  type Style,
  type SystemDocument,
  type Target,
} from './spec/api.ts'
export type { Audit, AuditDeclaration, AuditedValue, Unanswered } from './spec/audit.ts'
export { type Duration, inMilliseconds } from './spec/duration.ts'
export { type ErrorCode, errorCodes, HolonError } from './spec/error.ts'
export type { Joined } from './spec/expression-value.ts'
export type {
  FairnessDeclaration,
  FairnessDefinitionName,
  FairnessDimension,
  FairnessDocument,
  FairnessEstimate,
  FairnessGroup,
  FairnessGrouping,
  FairnessNumber,
  FairnessReport,
  FairnessReversal,
  FairnessStanding,
} from './spec/fairness.ts'
export type {
  ArmChange,
  ArmInit,
  AssigningDocument,
  AssigningFlight,
  FlightArm,
  FlightDocument,
  FlightRequest,
  FlightState,
  FlightStep,
  FlightUnit,
  Judge,
  RampRequest,
  StopRequest,
} from './spec/flight.ts'
export type {
  CaseAnswer,
  CaseClaim,
  CaseDocument,
  CaseOptions,
  CaseState,
  EpisodeDocument,
  LatchDocument,
  LatchReset,
} from './spec/following.ts'
export type {
  IndicatorEffect,
  IndicatorNote,
  IndicatorStanding,
  IndicatorsDocument,
  IndicatorVerdict,
  SharedEffect,
} from './spec/indicators.ts'
export type { Json, JsonObject } from './spec/json.ts'
export type {
  ApprenticeScore,
  LearnedArm,
  LearnedColumn,
  LearnedDocument,
  LearnedModel,
  LearnedOptions,
  LearningDocument,
  LearnRequest,
  NotLearned,
} from './spec/learned.ts'
export type {
  FurtherActions,
  Influenced,
  LabelStanding,
  LoopEvidence,
  LoopNeed,
  LoopOptions,
  LoopSighting,
  LoopStanding,
  LoopStatus,
  LoopStrength,
  LoopsDocument,
  PartlySeen,
} from './spec/loops.ts'
export type {
  Arithmetic,
  Comparison,
  Expression,
  FeedbackKind,
  FeedbackShape,
  Keep,
  Measure,
  Per,
  Statistics,
} from './spec/measure.ts'
export type { Attribution, Calibration, Contribution, Features, Model, ModelVersion } from './spec/model.ts'
export type {
  KnowledgeVerdict,
  LeftOut,
  LoggedDecision,
  LoggedDocument,
  LoggedRequest,
  OffPolicyDocument,
  OffPolicyRequest,
  OtherPolicy,
  PolicyEvaluation,
  PolicyValue,
  PolicyValueBy,
} from './spec/off-policy.ts'
export type {
  Alert,
  Appending,
  ArmAnswer,
  ArmStatistics,
  ArmsMeasure,
  ArmsQuery,
  CatchUpProgress,
  Clock,
  DecisionLog,
  FlightUnits,
  JointMomentsOfUnits,
  MeasureAnswer,
  MeasureQuery,
  Notifier,
  Person,
  Random,
  Receipt,
  Registry,
  RegistryDocument,
  RegistryWrite,
  Stored,
  Vault,
  Warehouse,
  WarehouseAsked,
} from './spec/ports.ts'
export type {
  Detectable,
  PowerDocument,
  PowerMeasured,
  PowerOptions,
  PowerPlan,
  PowerTest,
} from './spec/power.ts'
export type { Met, Recent, Spent, Step } from './spec/recent.ts'
export {
  type BackEntry,
  type DecisionEntry,
  type DecisionRecord,
  type Entry,
  type EventEntry,
  type FaultCode,
  type Intervention,
  type OpenEntry,
  type PredictionRecord,
  type PrivatePart,
  type Reason,
  type Stage,
  stages,
} from './spec/record.ts'
export type {
  Answer,
  DecideOptions,
  FairnessOptions,
  GoalOptions,
  Measuring,
  ReportOptions,
  Running,
} from './spec/running.ts'
export type { DataClass, In, Out, Schema } from './spec/schema.ts'
export type {
  ArmEffect,
  CostEffects,
  EarlyArmEffect,
  EarlyEffects,
  EffectEstimate,
  EffectPosterior,
  FactorEffect,
  FlightLook,
  FlightVerdict,
  GoalEffects,
  HowMuchLonger,
  Judging,
  Missing,
  Novelty,
  NoveltyPoint,
  SampleRatio,
  ScorecardDocument,
  ScorecardOptions,
  SliceEffects,
  VerdictRule,
} from './spec/scorecard.ts'
export type {
  Alternative,
  ChangeVerdict,
  ComparedGoal,
  ComparedLayer,
  GoalCoverage,
  GoalValue,
  Knee,
  SimulatedComparison,
  SimulatedCoverage,
  ValueKind,
  ValuePoint,
  ValueReport,
  ValueVerdict,
} from './spec/simulated-comparison.ts'
export type {
  Heard,
  Noticed,
  Simulated,
  SimulatedGoal,
  SimulatedWaiting,
  SimulationDocument,
  SimulationRequest,
  SimulationRun,
  SimulationState,
  SimulationSummary,
  WorldDocument,
} from './spec/simulation.ts'
export type { Tunings } from './spec/tunings.ts'
export type {
  ExperienceReport,
  Stretch,
  TuneRequest,
  TuningChange,
  TuningDocument,
  WhatIfCase,
  WhatIfDocument,
} from './spec/utilities.ts'
export type { EarlyEstimate, Waiting } from './spec/waiting.ts'
export { check } from './system/check.ts'
export { type ComponentInit, type ComponentPart, component } from './system/component.ts'
export {
  type Decision,
  type DecisionInit,
  type DecisionPart,
  decision,
  type FeedbackInit,
  type FeedbackPart,
  type Habituation,
  type MistakeInit,
} from './system/decision.ts'
export { systemDocument } from './system/document.ts'
export type { ExperienceInit, ExperiencePart, FillMoment, HandOver } from './system/experience.ts'
export { type Dimensions, type FairnessInit, type FairnessPart, fairness } from './system/fairness.ts'
export { type GoalInit, type GoalPart, goal, type Support } from './system/goal.ts'
export {
  type Action,
  allow,
  clamp,
  type Guardrail,
  type GuardrailMoment,
  latch,
  replace,
  type Verdict,
} from './system/guardrail.ts'
export type {
  AnswerOf,
  ContextOf,
  DecisionId,
  DecisionNames,
  FeedbackNames,
  FeedbackValue,
} from './system/infer.ts'
export type { LadderInit, LadderPart } from './system/ladder.ts'
export { type LimitInit, type LimitPart, limit, type Often } from './system/limit.ts'
export { type ModelInit, type ModelPart, model, type Reading } from './system/model.ts'
export { type PersonPart, person } from './system/person.ts'
export type { Choice, Learning, Option, Policy, PolicyMoment } from './system/policy.ts'
export { classes, number, type Prediction, probability, type Read } from './system/prediction.ts'
export { type EnvironmentPart, environment, type LoopPart, loop } from './system/surroundings.ts'
export { defineSystem, type System, type SystemInit } from './system/system.ts'
export type { ExperienceChange, VariantInit, VariantPart } from './system/variant.ts'
