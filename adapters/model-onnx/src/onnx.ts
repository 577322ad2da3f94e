import { type Attribution, type Features, HolonError, type Model } from 'holon'
import { answer } from './answer.ts'
import { compile } from './compile.ts'
import type { Compiled } from './compiled.ts'
import { namesFor } from './feeds.ts'
import { type Metadata, readMetadata } from './metadata.ts'
import { type Graph, parse } from './parse.ts'
import { rowReader } from './row.ts'
import { bytesOf, nameOf } from './source.ts'

/** What the file does not say, or should not decide. */
export interface OnnxOptions {
  /** Default: what the file says, else its file name. */
  readonly name?: string
  /** Default: what the file says, else the first 12 digits of its SHA-256. */
  readonly version?: string
  /** Names of the features in the order of the input's columns; needed when the file has none. */
  readonly features?: readonly string[]
  /** `onnxruntime` compiles nothing, for comparing the two; default `auto`. */
  readonly engine?: 'auto' | 'onnxruntime'
}

/** A model from an ONNX file. */
export interface OnnxModel extends Model {
  readonly features: readonly string[]
  readonly metadata: Metadata
}

/**
 * A model from an ONNX file, given by its path, address or bytes. Linear models and tree ensembles are compiled to typed
 * arrays, answer at once and can be explained exactly; any other graph over one row of features is run by onnxruntime,
 * in a thread of its own when that takes long. Compiled models work in a browser.
 *
 * A classifier of two classes answers the probability of the second, of more classes the probability of each by label;
 * any other model its number, or list of numbers. `predict` throws HolonError `model-mismatch` for features that are missing
 * or of the wrong type.
 *
 * @throws HolonError `model-invalid` when the file cannot be used, `model-mismatch` when its features have no names
 * @example
 * ```ts
 * const linear = { names: ['hours', 'income'], intercept: -2, weights: [0.05, 0] }
 * const model = await onnx(writeLinear(linear, { name: 'risk', version: '1' }))
 * model.predict({ hours: 40, income: 52_000 }) // 0.5
 * ```
 */
export async function onnx(source: string | URL | Uint8Array, options: OnnxOptions = {}): Promise<OnnxModel> {
  const bytes = await bytesOf(source)
  const sha256 = await digest(bytes)
  const graph = parse(bytes)
  const metadata = readMetadata(graph.metadata)
  const names = featureNames(options.features, metadata.features)
  const compiled = options.engine === 'onnxruntime' ? undefined : compile(graph)
  const about = {
    name: options.name ?? metadata.name ?? nameOf(source) ?? 'model',
    version: options.version ?? metadata.version ?? sha256.slice(0, 12),
    sha256,
  }
  const parts = compiled
    ? compiledModel(compiled, names)
    : await runtimeModel(graph, bytes, names, metadata.reference)
  if (metadata.reference !== undefined) parts.check(metadata.reference)
  const { features, predict, explain, close, kind } = parts
  return {
    version: { ...about, kind },
    features,
    metadata,
    ...(metadata.calibration && { calibration: metadata.calibration }),
    ...(metadata.reference && { reference: metadata.reference }),
    predict,
    ...(explain && { explain }),
    ...(close && { close }),
  }
}

interface Parts extends Pick<OnnxModel, 'features' | 'predict' | 'explain' | 'close'> {
  readonly kind: 'onnx-compiled' | 'onnxruntime'
  /** Throws when a row does not fit. */
  check(features: Features): void
}

function compiledModel(compiled: Compiled, given: readonly string[] | undefined): Parts {
  const features = namesFor(given, compiled.width)
  const read = rowReader(features, compiled)
  const row = new Float64Array(compiled.width)
  const { labels, margin } = compiled
  return {
    kind: 'onnx-compiled',
    features,
    predict: (values) => answer(labels, compiled.run(read(values, row))),
    check: (values) => read(values, row),
    ...(margin && { explain: explainer(margin, features, read) }),
  }
}

function explainer(
  margin: NonNullable<Compiled['margin']>,
  names: readonly string[],
  read: ReturnType<typeof rowReader>,
): (features: Features, reference: Features) => Attribution {
  const row = new Float64Array(names.length)
  const other = new Float64Array(names.length)
  const by = new Float64Array(names.length)
  return (features, reference) => {
    const base = margin.attribute(read(features, row), read(reference, other), by)
    const contributions = names
      .map((feature, i) => ({
        feature,
        value: features[feature] as number | boolean,
        reference: reference[feature] as number | boolean,
        by: by[i] as number,
      }))
      .filter((each) => each.by !== 0 || each.value !== each.reference)
      .sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
    const value = contributions.reduce((sum, each) => sum + each.by, base)
    return { unit: margin.unit, base, value, contributions }
  }
}

async function runtimeModel(
  graph: Graph,
  bytes: Uint8Array,
  names: readonly string[] | undefined,
  typical: Features | undefined,
): Promise<Parts> {
  if (typeof process === 'undefined') {
    throw new HolonError(
      'model-invalid',
      'this graph is neither a linear model nor a tree ensemble, and only those run in a browser',
      'Run it on the server.',
    )
  }
  const { openSession } = await import('./session.ts')
  const session = await openSession(graph, bytes, names, typical)
  return {
    kind: 'onnxruntime',
    features: session.features,
    predict: (features, signal) => session.predict(features, signal),
    check: () => {},
    close: () => session.close(),
  }
}

function featureNames(
  given: readonly string[] | undefined,
  stored: readonly string[] | undefined,
): readonly string[] | undefined {
  if (given === undefined || stored === undefined || given.join('\n') === stored.join('\n'))
    return given ?? stored
  throw new HolonError(
    'model-mismatch',
    `the model file names its features ${stored.join(', ')}, not ${given.join(', ')}`,
    'Leave options.features away, or train the model on the features you give.',
  )
}

async function digest(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes as BufferSource)
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
