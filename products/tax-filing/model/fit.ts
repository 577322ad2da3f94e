import {
  type BoostedTrees,
  gather,
  outOfFold,
  probabilities,
  stratifiedFolds,
  type Table,
  take,
} from '@holon/learn'
import { writeTrees } from '@holon/model-onnx'
import { type Calibration, type Features, HolonError } from 'holon'
import { fitIsotonic, fitPlatt } from 'holon/stats'
import type { Example } from './audit-data.ts'
import { chosen, type Recipe, seed, tableFor } from './recipe.ts'
import { typicalReturn } from './typical.ts'

/** How raw probabilities are calibrated. */
export type Method = 'isotonic' | 'platt'

/** A calibration by one of the methods. */
export type Fit = Extract<Calibration, { readonly method: Method }>

/** The audit-risk model, ready to be written. */
export interface Fitted {
  readonly model: BoostedTrees
  readonly calibration: Fit
  /** A typical return. */
  readonly reference: Features
}

const folds = 10
const repeats = 5

/** Learns the audit-risk model: trees from all examples, calibration from predictions by trees that had not seen them. */
export function fitAuditRisk(examples: readonly Example[], method: Method): Fitted {
  const table = tableFor(chosen, examples)
  const labels = examples.map(({ label }) => label)
  const model = chosen.fit(table, labels)
  if (model.kind !== 'trees') {
    throw new HolonError(
      'input-invalid',
      `${chosen.name} are no trees`,
      'Write another kind of model with writeLinear.',
    )
  }
  const calibration = calibrationOf(method, chosen, table, labels, folds, repeats)
  return { model, calibration, reference: typicalReturn(model, examples) }
}

/** The bytes of the model file. `card`: SHA-256 (hex) of the card without its part on the file. */
export function modelFile(
  { model, calibration, reference }: Fitted,
  version: string,
  card: string,
): Uint8Array {
  return writeTrees(model, { name: 'audit-risk', version, calibration, reference, card })
}

/** Calibrates predictions of a recipe made out of fold, over some ways of dealing folds. */
export function calibrationOf(
  method: Method,
  recipe: Recipe,
  table: Table,
  labels: readonly number[],
  foldCount: number,
  times: number,
): Fit {
  const raw: number[] = []
  const found: number[] = []
  for (let time = 0; time < times; time++) {
    raw.push(...unseen(recipe, table, labels, foldCount, seed + time))
    found.push(...labels)
  }
  return method === 'isotonic' ? fitIsotonic(raw, found) : fitPlatt(raw, found)
}

/** Raw probabilities for every row by models that have not seen it. */
export function unseen(
  recipe: Recipe,
  table: Table,
  labels: readonly number[],
  foldCount: number,
  dealing: number,
) {
  return outOfFold(stratifiedFolds(labels, foldCount, dealing), (train) => {
    const model = recipe.fit(take(table, train), gather(labels, train))
    return (test) => probabilities(model, take(table, test))
  })
}
