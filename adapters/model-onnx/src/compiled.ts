import type { Attribution } from 'holon'

/**
 * A model turned into typed arrays. Nothing is allocated for a prediction: the answer lies in a buffer that the next
 * call overwrites.
 */
export interface Compiled {
  /** Features a row must have. */
  readonly width: number
  /** Whether features are doubles; otherwise they are rounded to 32-bit floats first. */
  readonly double: boolean
  /** Whether NaN stands for a missing value. */
  readonly missing: boolean
  /** Labels of the classes whose probabilities are answered; undefined when numbers are. */
  readonly labels: readonly string[] | undefined
  /** Answers as the ONNX operator does: one number per class or target. */
  run(row: Float64Array): Float64Array
  /** The additive scale that the answer stands on, where there is one. */
  readonly margin: Margin | undefined
}

/** The scale on which features add up to a prediction, before it is squeezed into a probability. */
export interface Margin {
  readonly unit: Attribution['unit']
  /** Writes how far each feature moved the margin from that of `reference` to `by`, and answers the margin of `reference`. */
  attribute(row: Float64Array, reference: Float64Array, by: Float64Array): number
}
