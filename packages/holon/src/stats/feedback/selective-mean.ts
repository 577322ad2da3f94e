import { HolonError } from '../../spec/error.ts'
import { requireProbability, requireShare } from '../argument.ts'
import { normalQuantile } from '../distribution/normal.ts'
import type { Interval } from '../interval/interval.ts'
import { momentsOf, variance } from '../moments.ts'
import { effectiveSampleSize } from '../off-policy/estimators.ts'
import { hajekMean, type WeightedMean } from './hajek.ts'

/** One unit of the whole population: whether the system acted on it, and the label, which is seen only where it did. */
export interface SelectiveRow {
  /** Probability with which it was acted on: the logged propensity. 0: it could not have been seen. */
  readonly probability: number
  readonly acted: boolean
  /** Absent where it was not seen, also where it was acted on and nothing came back. */
  readonly label?: number
  /** What a model says the label is, if there is one; it must not have learned from these rows. */
  readonly predicted?: number
}

/**
 * What is known of a mean over everybody when labels are seen of some: an estimate, where chance decided often enough who
 * was seen; otherwise bounds, which are not to be mistaken for one. Both allow for chance.
 */
export type SelectiveMean =
  | ({ readonly kind: 'estimate'; readonly method: 'hajek' | 'augmented' | 'audit' } & WeightedMean)
  | {
      readonly kind: 'bounds'
      readonly lowest: number
      readonly highest: number
      /** In words; `nothing` for worst-case bounds. */
      readonly assuming: string
      readonly because: string
    }

/** How units that could not be seen compare with those that were acted on. An assumption: no data can show it. */
export type SelectionAssumption = 'at-most-as-high-unseen' | 'at-least-as-high-unseen'

/** What is known beforehand. */
export interface SelectiveOptions {
  /** The lowest and the highest label there can be; default 0 and 1. */
  readonly range?: readonly [number, number]
  readonly assume?: SelectionAssumption
  readonly confidence?: number
}

/** With fewer effective rows no estimate is made. */
const leastRows = 10

const words: Readonly<Record<SelectionAssumption, string>> = {
  'at-most-as-high-unseen':
    'where the system could not have acted, the label is on average at most as high as where it acted',
  'at-least-as-high-unseen':
    'where the system could not have acted, the label is on average at least as high as where it acted',
}

/**
 * The mean label of a whole population of which the system saw those it acted on (whom it patrolled, admitted, lent to).
 *
 * Every row could have been seen (probability above 0), all that were acted on have a label, and they are worth ten rows or
 * more: the mean weighted by inverse probability, or, with predictions, the mean prediction corrected by weighted errors
 * (J. Robins and others, 1994). Otherwise bounds: what could not be seen is anything in the range (C. Manski, 1990), or
 * what an assumption of monotone selection leaves of it (C. Manski and J. Pepper, 2000). Ends of bounds are ends of
 * two-sided intervals at `confidence`, which is more than enough (G. Imbens and C. Manski, 2004).
 *
 * @throws HolonError `data-invalid` for no rows, a label outside the range, or one that was acted on with probability 0.
 * @example
 * ```ts
 * const seen = { probability: 0, acted: false }
 * selectiveMean([{ probability: 1, acted: true, label: 1 }, seen]) // bounds from 0.5 to 1, assuming nothing
 * ```
 */
export function selectiveMean(rows: readonly SelectiveRow[], options: SelectiveOptions = {}): SelectiveMean {
  const { range = [0, 1], confidence = 0.95 } = options
  requireShare('confidence', confidence)
  mustBeSound(rows, range)
  const covered = rows.filter(({ probability }) => probability > 0)
  const acted = rows.filter((row) => row.acted)
  const answered = acted.every(({ label }) => label !== undefined)
  const size = effectiveSize(acted)
  if (size < leastRows) return worstCase(rows, range, size)
  if (covered.length === rows.length && answered) return estimated(rows, acted, range, confidence)
  return bounded(rows, acted, covered.length / rows.length, { ...options, range, confidence })
}

function estimated(
  rows: readonly SelectiveRow[],
  acted: readonly SelectiveRow[],
  range: readonly [number, number],
  confidence: number,
): SelectiveMean {
  if (rows.every(({ predicted }) => predicted !== undefined)) return augmented(rows, acted, range, confidence)
  return { kind: 'estimate', method: 'hajek', ...meanOf(acted, range, confidence, 0) }
}

function augmented(
  rows: readonly SelectiveRow[],
  acted: readonly SelectiveRow[],
  [lowest, highest]: readonly [number, number],
  confidence: number,
): SelectiveMean {
  const corrected = momentsOf(
    rows.map(
      ({ predicted = 0, label, probability }) =>
        predicted + (label === undefined ? 0 : (label - predicted) / probability),
    ),
  )
  const value = corrected.mean
  const half = normalQuantile((1 + confidence) / 2) * Math.sqrt(variance(corrected) / corrected.n)
  const inside = (one: number): number => Math.min(highest, Math.max(lowest, one))
  const interval: Interval = { lower: inside(value - half), upper: inside(value + half) }
  return {
    ...{ kind: 'estimate', method: 'augmented', value: inside(value), interval },
    effectiveSampleSize: effectiveSize(acted),
  }
}

/** What was seen by chance stands for what could have been; the rest is anything, or what the assumption leaves. */
function bounded(
  rows: readonly SelectiveRow[],
  acted: readonly SelectiveRow[],
  share: number,
  { range, assume, confidence }: Required<Pick<SelectiveOptions, 'range' | 'confidence'>> & SelectiveOptions,
): SelectiveMean {
  const [lowest, highest] = range
  const low = meanOf(acted, range, confidence, lowest).interval.lower
  const high = meanOf(acted, range, confidence, highest).interval.upper
  const unweighted = () => acted.map((row) => ({ ...row, probability: 1 }))
  const least =
    assume === 'at-least-as-high-unseen'
      ? meanOf(unweighted(), range, confidence, lowest).interval.lower
      : lowest
  const most =
    assume === 'at-most-as-high-unseen'
      ? meanOf(unweighted(), range, confidence, highest).interval.upper
      : highest
  return {
    kind: 'bounds',
    lowest: share * low + (1 - share) * least,
    highest: share * high + (1 - share) * most,
    assuming: assume === undefined || share === 1 ? 'nothing' : words[assume],
    because: becauseOf(rows, acted, share),
  }
}

function becauseOf(rows: readonly SelectiveRow[], acted: readonly SelectiveRow[], share: number): string {
  const silent = acted.filter(({ label }) => label === undefined).length
  const unseen = `${rows.length - Math.round(share * rows.length)} of ${rows.length} could not have been seen`
  const unanswered = `nothing came back for ${silent} of the ${acted.length} that could be seen`
  if (share < 1 && silent > 0) return `${unseen}, and ${unanswered}.`
  return share < 1 ? `${unseen}.` : `${unanswered.charAt(0).toUpperCase()}${unanswered.slice(1)}.`
}

/** Nothing stands for anything else: what was not seen is anything. */
function worstCase(
  rows: readonly SelectiveRow[],
  [lowest, highest]: readonly [number, number],
  size: number,
): SelectiveMean {
  const labels = rows.flatMap(({ label }) => (label === undefined ? [] : [label]))
  const sum = labels.reduce((total, label) => total + label, 0)
  const rest = rows.length - labels.length
  return {
    kind: 'bounds',
    lowest: (sum + rest * lowest) / rows.length,
    highest: (sum + rest * highest) / rows.length,
    assuming: 'nothing',
    because: `What was seen is worth ${size.toFixed(1)} rows drawn at random, and an estimate takes ${leastRows}.`,
  }
}

/** The mean of what was acted on, each weighted for what was not; a label that did not come back is `missing`. */
const meanOf = (
  acted: readonly SelectiveRow[],
  range: readonly [number, number],
  confidence: number,
  missing: number,
): WeightedMean =>
  hajekMean(
    acted.map(({ label = missing, probability }) => ({ value: label, weight: 1 / probability })),
    range,
    confidence,
  )

const effectiveSize = (acted: readonly SelectiveRow[]): number =>
  acted.length === 0 ? 0 : effectiveSampleSize(acted.map(({ probability }) => ({ weight: 1 / probability })))

function mustBeSound(rows: readonly SelectiveRow[], [lowest, highest]: readonly [number, number]): void {
  if (rows.length === 0 || !(lowest < highest)) throw invalid('there are no rows, or no range of labels')
  for (const { probability, acted, label } of rows) {
    requireProbability('probability', probability)
    if (acted && probability === 0) throw invalid('something with probability 0 was done')
    if (label === undefined) continue
    if (!acted) throw invalid('a label was seen where the system did not act')
    if (!(label >= lowest && label <= highest)) throw invalid(`the label ${label} is outside the range`)
  }
}

const invalid = (what: string): HolonError =>
  new HolonError(
    'data-invalid',
    what,
    'Give every row with the probability it was acted on, and labels in the range.',
  )
