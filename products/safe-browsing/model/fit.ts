import type { BoostedTrees } from '@holon/learn'
import { writeTrees } from '@holon/model-onnx'
import { type Calibration, HolonError } from 'holon'
import { fitPlatt } from 'holon/stats'
import { innerPredictions, type Labelled, protocol } from './cross-validate.ts'
import { plainAddress } from './features.ts'
import type { Recipe } from './recipe.ts'

/** The phishing model, ready to be written. */
export interface Fitted {
  readonly model: BoostedTrees
  readonly calibration: Calibration
}

/** Learns the model: trees from all examples, calibration from predictions by trees that had not seen the site. */
export function fitPhishing(recipe: Recipe, data: Labelled): Fitted {
  const model = recipe.fit(data.table, data.labels)
  if (model.kind !== 'trees') {
    throw new HolonError(
      'input-invalid',
      `${recipe.name} gives no trees`,
      'Write another kind of model with writeLinear.',
    )
  }
  const raw = innerPredictions(recipe, data, protocol.folds)
  return { model, calibration: fitPlatt([...raw], data.labels) }
}

/** The bytes of the model file. `card`: SHA-256 (hex) of the card without its part on the file. */
export function modelFile({ model, calibration }: Fitted, version: string, card: string): Uint8Array {
  return writeTrees(model, { name: 'phishing', version, calibration, reference: plainAddress, card })
}
