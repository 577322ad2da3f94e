import type { LinearModel } from '@holon/learn'
import { writeLinear } from '@holon/model-onnx'
import { type Calibration, type Features, HolonError } from 'holon'
import { type FallFeatures, featureNames } from './features.ts'
import type { Judged } from './judged.ts'
import { calibrationOf } from './leave-one-out.ts'
import { chosen, tableFor } from './recipe.ts'
import type { Trial } from './trials.ts'

/** The fall model, ready to be written. */
export interface Fitted {
  readonly model: LinearModel
  readonly calibration: Calibration
  /** The middle of every feature over the moments that are no falls: everyday movement. */
  readonly reference: Features
}

/** Learns the fall model: weights from all moments, calibration from what was said of persons not seen. */
export function fitFall(trials: readonly Trial[], moments: readonly Judged[]): Fitted {
  const model = chosen.fit(
    tableFor(chosen, moments),
    moments.map(({ label }) => label),
  )
  if (model.kind !== 'linear') {
    throw new HolonError('input-invalid', `${chosen.name} is not linear`, 'Write trees with writeTrees.')
  }
  return { model, calibration: calibrationOf(chosen, trials, moments), reference: everyday(moments) }
}

/** The bytes of the model file. `card`: SHA-256 (hex) of the card without its part on the file. */
export function modelFile(
  { model, calibration, reference }: Fitted,
  version: string,
  card: string,
): Uint8Array {
  return writeLinear(model, { name: 'fall', version, calibration, reference, card })
}

function everyday(moments: readonly Judged[]): Features {
  const others = moments.filter(({ label }) => label === 0)
  const middle = (name: keyof FallFeatures) => {
    const sorted = others.map(({ features }) => features[name]).sort((a, b) => a - b)
    return Math.fround(sorted[Math.floor(sorted.length / 2)] as number)
  }
  return Object.fromEntries(featureNames.map((name) => [name, middle(name)]))
}
