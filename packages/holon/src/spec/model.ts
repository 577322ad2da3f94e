/** A flat row of named features. Pure functions make it from a context; models read it. */
export type Features = Readonly<Record<string, number | string | boolean>>

/** Which artefact answered: the name and version of a model and, where it is a file, its SHA-256 (hex). */
export interface ModelVersion {
  readonly name: string
  readonly version: string
  readonly kind: string
  readonly sha256?: string
}

/** How far one feature moved a prediction away from that of a typical case, on the scale of `unit`. */
export interface Contribution {
  readonly feature: string
  readonly value: number | string | boolean
  readonly reference: number | string | boolean
  readonly by: number
}

/** Why a prediction came out as it did: `base` + the sum of `contributions[].by` = `value`. */
export interface Attribution {
  readonly unit: 'log-odds' | 'value'
  readonly base: number
  readonly value: number
  readonly contributions: readonly Contribution[]
}

/**
 * A monotone map from what a model says to a probability that holds: a step or a line between knots, a sigmoid, log-odds
 * (of classes: logarithms) divided by a temperature, or, after one of these, another share of positive cases.
 */
export type Calibration =
  | { readonly method: 'isotonic'; readonly x: readonly number[]; readonly y: readonly number[] }
  | { readonly method: 'platt'; readonly slope: number; readonly intercept: number }
  | { readonly method: 'temperature'; readonly temperature: number }
  | { readonly method: 'base-rate'; readonly from: number; readonly to: number; readonly after?: Calibration }

/**
 * The port through which a prediction comes: a compiled ONNX file, onnxruntime, a function, a remote server.
 * What it answers is untrusted: the kernel checks its shape and range and limits its time.
 *
 * `predict` may answer at once or later. It should stop when `signal` aborts, but nothing relies on it.
 */
export interface Model {
  readonly version: ModelVersion
  /** How raw probabilities become calibrated ones. Absent: the model says of itself that it is not calibrated. */
  readonly calibration?: Calibration
  /** What one answer costs (money, energy), in the unit of the experiences' values; added to that of the decision. Default 0. */
  readonly cost?: number
  /** A typical case, against which predictions are explained. */
  readonly reference?: Features
  predict(features: Features, signal?: AbortSignal): unknown | Promise<unknown>
  /** Exact attribution against a reference row, where the model can give it. */
  explain?(features: Features, reference: Features): Attribution
  close?(): Promise<void>
}
