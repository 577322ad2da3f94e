export type { Metadata } from './metadata.ts'
export { type OnnxModel, type OnnxOptions, onnx } from './onnx.ts'
export { type LinearToWrite, type TreesToWrite, writeLinear, writeRegression, writeTrees } from './write.ts'
