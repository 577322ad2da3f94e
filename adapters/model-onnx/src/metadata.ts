import type { Calibration, Features, HolonError } from 'holon'
import { checkCalibration } from 'holon/stats'
import { invalid } from './invalid.ts'

/** What a model file says about itself, in the `metadata_props` of ONNX. */
export interface Metadata {
  readonly name?: string
  readonly version?: string
  /** Names of the features, in the order of the columns of the input. */
  readonly features?: readonly string[]
  readonly calibration?: Calibration
  /** A typical case, against which predictions are explained. */
  readonly reference?: Features
  /** SHA-256 (hex) of the model card. */
  readonly card?: string
}

const prefix = 'holon.'
const written = ['name', 'version', 'features', 'calibration', 'reference', 'card'] as const

/** Metadata as the pairs of texts of `metadata_props`. */
export function metadataProps(metadata: Metadata): { key: string; value: string }[] {
  return written.flatMap((name) => {
    const value = metadata[name]
    if (value === undefined) return []
    return [{ key: prefix + name, value: typeof value === 'string' ? value : JSON.stringify(value) }]
  })
}

/**
 * Reads metadata from `metadata_props`. Files of other tools have none of it.
 *
 * @throws HolonError `model-invalid` when an entry is not what it should be
 */
export function readMetadata(props: ReadonlyMap<string, string>): Metadata {
  const text = (name: string) => props.get(prefix + name)
  const json = (name: string) => {
    const value = text(name)
    return value === undefined ? undefined : parsed(name, value)
  }
  const features = json('features')
  if (features !== undefined && !isNames(features)) throw wrong('features', 'a list of different names')
  const calibration = json('calibration')
  if (calibration !== undefined) {
    if (!isCalibration(calibration)) throw wrong('calibration', 'a calibration of a known method')
    checkCalibration(calibration)
  }
  const reference = json('reference')
  if (reference !== undefined && !isFeatures(reference))
    throw wrong('reference', 'an object of feature values')
  return {
    ...optional('name', text('name')),
    ...optional('version', text('version')),
    ...optional('features', features),
    ...optional('calibration', calibration),
    ...optional('reference', reference),
    ...optional('card', text('card')),
  }
}

function optional<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]: V })
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw invalid(`the metadata ${prefix}${name} is not JSON`, undefined, cause)
  }
}

function wrong(name: string, wanted: string): HolonError {
  return invalid(`the metadata ${prefix}${name} is not ${wanted}`)
}

function isNames(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((name) => typeof name === 'string') &&
    new Set(value).size === value.length
  )
}

function isCalibration(value: unknown): value is Calibration {
  if (!isObject(value)) return false
  const { method, slope, intercept, temperature, from, to, after, x, y } = value
  switch (method) {
    case 'isotonic':
      return isNumbers(x) && isNumbers(y)
    case 'platt':
      return isNumbers([slope, intercept])
    case 'temperature':
      return isNumbers([temperature])
    case 'base-rate':
      return isNumbers([from, to]) && (after === undefined || isCalibration(after))
    default:
      return false
  }
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'number')
}

function isFeatures(value: unknown): value is Features {
  return (
    isObject(value) &&
    Object.values(value).every((each) => ['number', 'string', 'boolean'].includes(typeof each))
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
