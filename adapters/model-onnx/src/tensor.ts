import type { onnx } from 'onnx-proto'
import { invalid } from './invalid.ts'

/** Numbers of ONNX element types, as TensorProto.DataType counts them. */
export const elementTypes = {
  1: 'float32',
  6: 'int32',
  7: 'int64',
  8: 'string',
  9: 'bool',
  11: 'float64',
} as const

/** An element type this package can feed; anything else is `other`. */
export type ElementType = (typeof elementTypes)[keyof typeof elementTypes] | 'other'

/** The element type of a number of TensorProto.DataType. */
export function elementType(number: number | null | undefined): ElementType {
  return elementTypes[number as keyof typeof elementTypes] ?? 'other'
}

/** The sizes of a tensor. */
export function shapeOf(tensor: onnx.ITensorProto): readonly number[] {
  return (tensor.dims ?? []).map(Number)
}

/**
 * The numbers of a float or double tensor stored in its file.
 *
 * @throws HolonError `model-invalid` when it is of another type, kept elsewhere, incomplete, or holds NaN
 */
export function numbersOf(
  tensor: onnx.ITensorProto,
  name: string,
): { readonly values: readonly number[]; readonly double: boolean } {
  const double = elementType(tensor.dataType) === 'float64'
  if (!double && elementType(tensor.dataType) !== 'float32')
    throw invalid(`${name} is not of floats or doubles`)
  if (tensor.externalData?.length)
    throw invalid(`${name} is kept in another file`, 'Export the model as one file.')
  const values = tensor.rawData?.length
    ? rawNumbers(tensor.rawData, double)
    : Array.from((double ? tensor.doubleData : tensor.floatData) ?? [])
  const size = shapeOf(tensor).reduce((product, dimension) => product * dimension, 1)
  if (values.length !== size) throw invalid(`${name} says it has ${size} numbers and has ${values.length}`)
  if (values.some(Number.isNaN)) throw invalid(`${name} holds NaN`)
  return { values, double }
}

function rawNumbers(bytes: Uint8Array, double: boolean): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const width = double ? 8 : 4
  return Array.from({ length: Math.floor(bytes.byteLength / width) }, (_, index) =>
    double ? view.getFloat64(index * width, true) : view.getFloat32(index * width, true),
  )
}
