import { tableOf } from '@holon/learn'
import { evaluateBinary } from 'holon/stats'
import { aucWithin, crossValidate, type Labelled, type Unseen } from './cross-validate.ts'
import type { Example } from './data.ts'
import { addressFeatures, featureNames, hostFeatures } from './features.ts'
import { markNames, marksOf, stratumOf } from './marks.ts'
import { mean, standardError } from './mean.ts'
import { type Recipe, unbound } from './recipe.ts'

/** How well a model does that reads some columns. */
export interface Figures {
  readonly reads: string
  readonly auc: number
  /** Standard error of the AUC over the folds of one repetition. */
  readonly aucError: number
  readonly calibrationError: number
  readonly calibrationErrorError: number
  readonly accuracy: number
  readonly logLoss: number
  /** AUC among addresses that bear the same marks. */
  readonly aucWithin: number
}

/** Examples as a table of whichever columns. */
function labelled(
  examples: readonly Example[],
  names: readonly string[],
  read: (example: Example) => Readonly<Record<string, number | boolean>>,
): Labelled {
  return {
    table: tableOf(examples.map(read), names),
    labels: examples.map(({ label }) => label),
    sites: examples.map(({ address }) => address.site),
  }
}

/** The table that the shipped model learns from. */
export function signTable(examples: readonly Example[]): Labelled {
  return labelled(examples, featureNames, ({ address }) => addressFeatures(address))
}

/** The figures of cross-validated predictions. */
function figuresOf(
  reads: string,
  examples: readonly Example[],
  { runs, foldAuc, foldCalibrationError }: Unseen,
): Figures {
  const labels = examples.map(({ label }) => label)
  const strata = examples.map(stratumOf)
  const all = runs.map((run) => evaluateBinary(run, labels))
  const folds = foldAuc.length / runs.length
  return {
    reads,
    auc: mean(all.map((one) => one.auc)),
    aucError: standardError(foldAuc.slice(0, folds)),
    calibrationError: mean(all.map((one) => one.calibrationError)),
    calibrationErrorError: standardError(foldCalibrationError.slice(0, folds)),
    accuracy: mean(all.map((one) => one.accuracy)),
    logLoss: mean(all.map((one) => one.logLoss)),
    aucWithin: mean(runs.map((run) => aucWithin(strata, run, labels))),
  }
}

/**
 * What a model scores with the marks of collection and without: the shipped one beside one that reads marks as well, one
 * that reads nothing else, and one that reads the host alone. The others are cross-validated once.
 */
export function study(
  examples: readonly Example[],
  shipped: { readonly recipe: Recipe; readonly unseen: Unseen },
  advance: () => void,
): readonly Figures[] {
  const others = [
    {
      reads: 'signs and marks',
      names: [...featureNames, ...markNames],
      read: (example: Example) => ({ ...addressFeatures(example.address), ...marksOf(example) }),
    },
    { reads: 'marks alone', names: markNames, read: (example: Example) => ({ ...marksOf(example) }) },
    {
      reads: 'signs of the host alone',
      names: hostFeatures,
      read: ({ address }: Example) => addressFeatures(address),
    },
  ]
  return [
    figuresOf('signs (shipped)', examples, shipped.unseen),
    ...others.map(({ reads, names, read }) =>
      figuresOf(reads, examples, crossValidate(unbound, labelled(examples, names, read), 1, advance)),
    ),
  ]
}

/** How often each mark is met on either side. */
export function markRates(examples: readonly Example[]) {
  const marks = examples.map((example) => ({ label: example.label, marks: marksOf(example) }))
  return markNames.map((mark) => {
    const of = (label: 0 | 1) =>
      mean(marks.filter((one) => one.label === label).map((one) => Number(one.marks[mark])))
    return { mark, legitimate: of(0), phishing: of(1) }
  })
}
