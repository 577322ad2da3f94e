import type { Calibration } from '../../spec/model.ts'
import { applyCalibration } from '../calibration/apply.ts'
import { fitIsotonic } from '../calibration/isotonic.ts'
import { auc } from '../metrics/auc.ts'

/** Learns on labelled rows of a reference period how often the model's scores come true. */
export function learnReference(scores: readonly number[], labels: readonly number[]): Calibration {
  return fitIsotonic(scores, labels)
}

/**
 * The area under the ROC curve that scores without labels would have if the calibration still holds: every
 * row counts as positive with its calibrated probability (confidence-based performance estimation). It cannot
 * see a change of the relation between features and label.
 */
export function estimatedAuc(scores: readonly number[], calibration: Calibration): number {
  return auc(
    scores,
    scores.map((score) => applyCalibration(calibration, score)),
  )
}
