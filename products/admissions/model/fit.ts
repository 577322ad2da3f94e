import type { LinearModel } from '@holon/learn'
import { writeLinear } from '@holon/model-onnx'
import { type Calibration, type Features, HolonError } from 'holon'
import { fitPlatt } from 'holon/stats'
import type { Stated } from './applications.ts'
import { unseen } from './cross-validate.ts'
import { fileFeatures } from './features.ts'
import { asLabels, type Recipe } from './recipe.ts'

/** A model of strength, ready to be written. */
export interface Fitted {
  readonly model: LinearModel
  readonly calibration: Calibration
  /** A typical file: the middle of every fact. Explanations say what moved the estimate away from it. */
  readonly reference: Features
}

/** Learns a model from all applications, and its calibration from estimates by models that had not seen them. */
export function fitStrength(recipe: Recipe, rows: readonly Stated[]): Fitted {
  const { table, labels } = asLabels(rows)
  const model = recipe.fit(table(recipe), labels)
  if (model.kind !== 'linear') {
    throw new HolonError('input-invalid', `"${recipe.name}" is not linear.`, 'Write trees with writeTrees.')
  }
  return { model, calibration: calibrationOf(unseen(recipe, rows), rows), reference: typical(rows) }
}

/** The bytes of the model file. `card`: SHA-256 (hex) of the card without its part on files. */
export const modelFile = (
  { model, calibration, reference }: Fitted,
  version: string,
  card: string,
): Uint8Array => writeLinear(model, { name: 'strength', version, calibration, reference, card })

/** Platt's sigmoid on estimates of applications not seen. */
function calibrationOf(estimates: readonly number[], rows: readonly Stated[]): Calibration {
  const { labels } = asLabels(rows)
  const copies = labels.length / rows.length
  return fitPlatt(
    estimates.flatMap((estimate) => Array.from({ length: copies }, () => estimate)),
    [...labels],
  )
}

function typical(rows: readonly Stated[]): Features {
  const all = rows.map(({ file }) => fileFeatures(file))
  const middle = (name: keyof (typeof all)[number]) => {
    const sorted = all.map((features) => Number(features[name])).sort((a, b) => a - b)
    return Math.fround(sorted[Math.floor(sorted.length / 2)] as number)
  }
  const { gpa, letters, gre, toefl, statement, school } = {
    ...{ gpa: middle('gpa'), letters: middle('letters'), gre: middle('gre') },
    ...{ toefl: middle('toefl'), statement: middle('statement'), school: middle('school') },
  }
  return { gpa, letters, research: middle('research') === 1, gre, toefl, statement, school }
}
