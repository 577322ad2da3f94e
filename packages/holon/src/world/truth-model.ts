import { HolonError } from '../spec/error.ts'
import type { Model } from '../spec/model.ts'
import type { ModelPart } from '../system/model.ts'
import { blurredClasses, blurredProbability } from './blurred.ts'
import type { Draw } from './draw.ts'

/** What is true about the decision that is being asked for. */
export interface Known {
  readonly truth: boolean | number | string | undefined
  readonly draw: () => Draw
}

/**
 * A model of a wanted quality: it is told what is true and says it blurred, calibrated by the share of each answer so far.
 *
 * @throws HolonError `input-invalid` for a model that predicts neither a probability nor classes
 */
export function truthModel(part: ModelPart, auc: number, known: () => Known): Model {
  const { kind } = part.predicts
  if (kind !== 'probability' && kind !== 'classes')
    throw new HolonError(
      'input-invalid',
      `The model "${part.name}" predicts ${kind}, which has no area under a curve.`,
      'Leave the quality out, or simulate a system whose models predict probabilities or classes.',
    )
  const seen = new Map<string, number>()
  return {
    version: { name: part.name, version: `area ${auc}`, kind: 'simulated' },
    calibration: { method: 'temperature', temperature: 1 },
    predict: () => {
      const { truth, draw } = known()
      if (truth === undefined) return undefined
      // Of those before: what is true now must not show in the share.
      const share = (name: string, of: number) => ((seen.get(name) ?? 0) + 1) / (sum(seen) + of)
      const said = () => {
        if (part.predicts.kind !== 'classes')
          return blurredProbability(truth === true, auc, share('true', 2), draw())
        const { classes = [] } = part.predicts
        const shares = Object.fromEntries(classes.map((name) => [name, share(name, classes.length)]))
        return blurredClasses(String(truth), auc, shares, draw())
      }
      const answer = said()
      seen.set(String(truth), (seen.get(String(truth)) ?? 0) + 1)
      return answer
    },
  }
}

const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((all, count) => all + count, 0)
