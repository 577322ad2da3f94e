import { modelFrom, type Product, type RowReader } from '@holon/embedded'
import { type Features, HolonError, type Model, type ModelPart } from 'holon'
import { applyCalibration, type BinaryEvaluation, evaluateBinary } from 'holon/stats'
import { readRows } from './rows.ts'

/** How well a model does on labelled rows. */
export interface Evaluation extends BinaryEvaluation {
  readonly system: string
  readonly model: string
  readonly version: string
  readonly sha256?: string
  readonly calibrated: boolean
  /** Rows left out by the product. */
  readonly leftOut: number
}

/**
 * Measures a model of a product on the rows of some files or folders: each through the product's reader, the model, and the
 * calibration its decisions apply.
 *
 * @throws HolonError `name-unknown`, `data-invalid`, `model-invalid`
 */
export async function evaluateModel(
  product: Product,
  name: string,
  ...paths: readonly string[]
): Promise<Evaluation> {
  const reader = readerOf(product, name)
  const part = product.system.components.find((one) => one.kind === 'model' && one.name === name) as ModelPart
  const source = product.models?.[name]
  if (source === undefined) throw unknown('model', name, Object.keys(product.models ?? {}))
  const model = await modelFrom(name, source)
  try {
    const rows = await predicted(paths, reader, (features) => probabilityOf(part, model, features))
    const { version, sha256 } = model.version
    return {
      system: product.system.name,
      model: name,
      version,
      ...(sha256 !== undefined && { sha256 }),
      calibrated: model.calibration !== undefined,
      leftOut: rows.leftOut,
      ...evaluateBinary(rows.probabilities, rows.labels),
    }
  } finally {
    await model.close?.()
  }
}

async function predicted(
  paths: readonly string[],
  reader: RowReader,
  predict: (features: Features) => Promise<number>,
): Promise<{ probabilities: number[]; labels: number[]; leftOut: number }> {
  const probabilities: number[] = []
  const labels: number[] = []
  let leftOut = 0
  for (const path of paths) {
    for await (const row of readRows(path)) {
      const read = reader(row)
      if (read === undefined) leftOut += 1
      else {
        probabilities.push(await predict(read.features))
        labels.push(read.label ? 1 : 0)
      }
    }
  }
  if (labels.length > 0) return { probabilities, labels, leftOut }
  throw new HolonError(
    'data-invalid',
    `${paths.join(' and ')} has no rows to evaluate.`,
    'Give a file with labelled rows.',
  )
}

async function probabilityOf(part: ModelPart, model: Model, features: Features): Promise<number> {
  const read = part.predicts.read(await model.predict(features))
  if (!read.ok) {
    throw new HolonError(
      'model-invalid',
      `The model "${part.name}" answered: ${read.message}`,
      'Train it again.',
    )
  }
  const raw = read.value as number
  return model.calibration === undefined ? raw : applyCalibration(model.calibration, raw)
}

function readerOf({ system, evaluate = {} }: Product, name: string): RowReader {
  const part = system.components.find((one) => one.kind === 'model' && one.name === name) as
    | ModelPart
    | undefined
  const reader = evaluate[name]
  if (part?.predicts.kind === 'probability' && reader !== undefined) return reader
  throw unknown('model to evaluate', name, Object.keys(evaluate))
}

function unknown(what: string, name: string, known: readonly string[]): HolonError {
  return new HolonError(
    'name-unknown',
    `There is no ${what} "${name}" here.`,
    known.length === 0 ? 'Give the product an `evaluate` for it.' : `Use one of: ${known.join(', ')}.`,
  )
}
