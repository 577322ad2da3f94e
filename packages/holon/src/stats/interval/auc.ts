import { requireCount, requireProbability, requireShare } from '../argument.ts'
import { normalQuantile } from '../distribution/normal.ts'
import { findRoot } from '../special/root.ts'
import { anyShare, type Interval } from './interval.ts'

/**
 * The interval of an area under the ROC curve, from the area and the two counts alone: the areas whose
 * distance from the observed one is within z standard errors, each with its own error by J. A. Hanley and B.
 * J. McNeil (1982), as R. G. Newcombe (2006, part 2, method 5) proposes. Stays inside [0, 1] and keeps a
 * width at area 1, where the interval of DeLong shrinks to a point.
 */
export function aucInterval(auc: number, positives: number, negatives: number, confidence = 0.95): Interval {
  requireCount('positives', positives)
  requireCount('negatives', negatives)
  requireShare('confidence', confidence)
  if (positives === 0 || negatives === 0) return anyShare
  requireProbability('auc', auc)
  const z = normalQuantile((1 + confidence) / 2)
  return {
    lower: lowerBound(auc, positives, negatives, z),
    upper: 1 - lowerBound(1 - auc, positives, negatives, z),
  }
}

function lowerBound(auc: number, positives: number, negatives: number, z: number): number {
  if (auc === 0) return 0
  const scale = (z * z) / (positives * negatives)
  const others = (positives + negatives) / 2 - 1
  const excess = (area: number): number => {
    const spread = area * (1 + others * ((1 - area) / (2 - area) + area / (1 + area)))
    // At an area of 1 both sides hold the factor 1 - area, whose root says nothing.
    return auc === 1 ? 1 - area - scale * spread : (auc - area) ** 2 - scale * spread * (1 - area)
  }
  return findRoot(excess, 0, auc)
}
