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
  const { classes = ['true', 'false'] } = part.predicts
  /** Of those before: what is true now must not show in it. */
  const share = (name: string) => ((seen.get(name) ?? 0) + 1) / (sum(seen) + classes.length)
  return {
    version: { name: part.name, version: `area ${auc}`, kind: 'simulated' },
    calibration: { method: 'temperature', temperature: 1 },
    predict: () => {
      const { truth, draw } = known()
      if (truth === undefined) return undefined
      const said =
        kind === 'probability'
          ? blurredProbability(truth === true, auc, share('true'), draw())
          : blurredClasses(String(truth), auc, sharesOf(classes, share), draw())
      seen.set(String(truth), (seen.get(String(truth)) ?? 0) + 1)
      return said
    },
  }
}

const sharesOf = (classes: readonly string[], share: (name: string) => number) =>
  Object.fromEntries(classes.map((name) => [name, share(name)]))

const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((all, count) => all + count, 0)
