export { type ErrorCode, errorCodes, HolonError } from './spec/error.ts'
export type { Attribution, Calibration, Contribution, Features, Model, ModelVersion } from './spec/model.ts'
