export { type Duration, inMilliseconds } from './spec/duration.ts'
export { type ErrorCode, errorCodes, HolonError } from './spec/error.ts'
export type { Json, JsonObject } from './spec/json.ts'
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
  Alert,
  Appending,
  Clock,
  DecisionLog,
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
} from './spec/ports.ts'
export {
  type BackEntry,
  type DecisionEntry,
  type DecisionRecord,
  type Entry,
  type EventEntry,
  type FaultCode,
  type Intervention,
  type PredictionRecord,
  type PrivatePart,
  type Reason,
  type Stage,
  stages,
} from './spec/record.ts'
export type { DataClass, In, Out, Schema } from './spec/schema.ts'
