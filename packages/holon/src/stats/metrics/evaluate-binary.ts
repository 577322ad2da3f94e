import { auc } from './auc.ts'
import { brierScore } from './brier.ts'
import { confusion, confusionRates } from './confusion.ts'
import { requireLabelled } from './labelled.ts'
import { logLoss } from './log-loss.ts'
import { calibrationError, equalWidthEdges, type ReliabilityBin, reliability } from './reliability.ts'

/** How good the probabilities of a model are on labelled rows. */
export interface BinaryEvaluation {
  readonly n: number
  readonly positives: number
  /** NaN while one of the classes is missing. */
  readonly auc: number
  readonly accuracy: number
  readonly logLoss: number
  readonly brier: number
  readonly calibrationError: number
  readonly reliability: readonly ReliabilityBin[]
}

/**
 * Measures a model's probabilities against labels 0 and 1. `threshold` is where the accuracy takes a row for
 * positive (0.5), `bins` the number of equal-width bins of the reliability curve and calibration error (10).
 */
export function evaluateBinary(
  probabilities: readonly number[],
  labels: readonly number[],
  { threshold = 0.5, bins = 10 }: { threshold?: number; bins?: number } = {},
): BinaryEvaluation {
  requireLabelled(probabilities, labels)
  const counts = confusion(probabilities, labels, threshold)
  const curve = reliability(probabilities, labels, equalWidthEdges(bins))
  return {
    n: labels.length,
    positives: counts.tp + counts.fn,
    auc: auc(probabilities, labels),
    accuracy: confusionRates(counts).accuracy,
    logLoss: logLoss(probabilities, labels),
    brier: brierScore(probabilities, labels),
    calibrationError: calibrationError(curve),
    reliability: curve,
  }
}
