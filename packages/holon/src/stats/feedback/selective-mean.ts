import { HolonError } from '../../spec/error.ts'
import { requireProbability, requireShare } from '../argument.ts'
import { normalQuantile } from '../distribution/normal.ts'
import type { Interval } from '../interval/interval.ts'
import { momentsOf, variance } from '../moments.ts'
import { hajekFrom, type WeightedMean } from './hajek.ts'

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
  const running = runningSelectiveMean(options)
  for (const row of rows) running.take(row)
  const mean = running.result()
  const isPredicted = mean.kind === 'estimate' && rows.every(({ predicted }) => predicted !== undefined)
  return isPredicted ? augmented(rows, mean.effectiveSampleSize, range, confidence) : mean
}

/** What `selectiveMean` computes, row by row; what is predicted is not looked at. */
export interface RunningSelectiveMean {
  take(row: SelectiveRow): void
  result(): SelectiveMean
}

/** For rows that come one after the other. */
export function runningSelectiveMean(options: SelectiveOptions = {}): RunningSelectiveMean {
  const { range = [0, 1], confidence = 0.95 } = options
  requireShare('confidence', confidence)
  if (!(range[0] < range[1])) throw invalid(nothing)
  const counts = { rows: 0, covered: 0, acted: 0, silent: 0 }
  const weighted = weightedSums()
  const plain = weightedSums()
  return {
    take(row) {
      mustBeSound(row, range)
      counts.rows += 1
      if (row.probability > 0) counts.covered += 1
      if (!row.acted) return
      counts.acted += 1
      if (row.label === undefined) counts.silent += 1
      weighted.take(1 / row.probability, row.label)
      plain.take(1, row.label)
    },
    result() {
      if (counts.rows === 0) throw invalid(nothing)
      const size = weighted.size()
      if (size < leastRows) return worstCase(counts, plain.sum(), range, size)
      if (counts.covered < counts.rows || counts.silent > 0)
        return bounded(counts, { weighted, plain }, { ...options, range, confidence })
      return { kind: 'estimate', method: 'hajek', ...weighted.mean(range, confidence, 0) }
    },
  }
}

interface Counts {
  readonly rows: number
  /** Could have been seen. */
  readonly covered: number
  readonly acted: number
  /** Acted on, and nothing came back. */
  readonly silent: number
}

type Sums = ReturnType<typeof weightedSums>

/** What weighted labels leave behind; those that did not come back are filled in at the end. */
function weightedSums() {
  const all = { weight: 0, square: 0 }
  const silent = { weight: 0, square: 0 }
  const labels = { sum: 0, squared: 0, squares: 0 }
  const size = (): number => (all.square === 0 ? 0 : all.weight ** 2 / all.square)
  return {
    take(weight: number, label: number | undefined): void {
      const square = weight * weight
      const of = label === undefined ? [all, silent] : [all]
      for (const one of of) {
        one.weight += weight
        one.square += square
      }
      if (label === undefined) return
      labels.sum += weight * label
      labels.squared += square * label
      labels.squares += square * label * label
    },
    size,
    /** Of the labels that came back. */
    sum: (): number => labels.sum,
    /** As `hajekMean`, a label that did not come back being `missing`. */
    mean(range: readonly [number, number], confidence: number, missing: number): WeightedMean {
      const value = (labels.sum + missing * silent.weight) / all.weight
      const spread =
        labels.squares +
        missing * missing * silent.square -
        2 * value * (labels.squared + missing * silent.square) +
        value * value * all.square
      return hajekFrom({ value, weight: all.weight, spread, size: size() }, range, confidence)
    },
  }
}

function augmented(
  rows: readonly SelectiveRow[],
  size: number,
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
    effectiveSampleSize: size,
  }
}

/** What was seen by chance stands for what could have been; the rest is anything, or what the assumption leaves. */
function bounded(
  counts: Counts,
  { weighted, plain }: { readonly weighted: Sums; readonly plain: Sums },
  { range, assume, confidence }: Required<Pick<SelectiveOptions, 'range' | 'confidence'>> & SelectiveOptions,
): SelectiveMean {
  const [lowest, highest] = range
  const share = counts.covered / counts.rows
  const low = weighted.mean(range, confidence, lowest).interval.lower
  const high = weighted.mean(range, confidence, highest).interval.upper
  const least =
    assume === 'at-least-as-high-unseen' ? plain.mean(range, confidence, lowest).interval.lower : lowest
  const most =
    assume === 'at-most-as-high-unseen' ? plain.mean(range, confidence, highest).interval.upper : highest
  return {
    kind: 'bounds',
    lowest: share * low + (1 - share) * least,
    highest: share * high + (1 - share) * most,
    assuming: assume === undefined || share === 1 ? 'nothing' : words[assume],
    because: becauseOf(counts),
  }
}

function becauseOf({ rows, covered, acted, silent }: Counts): string {
  const unseen = `${rows - covered} of ${rows} could not have been seen`
  const unanswered = `nothing came back for ${silent} of the ${acted} that could be seen`
  if (covered < rows && silent > 0) return `${unseen}, and ${unanswered}.`
  return covered < rows ? `${unseen}.` : `${unanswered.charAt(0).toUpperCase()}${unanswered.slice(1)}.`
}

/** Nothing stands for anything else: what was not seen is anything. */
function worstCase(
  { rows, acted, silent }: Counts,
  sum: number,
  [lowest, highest]: readonly [number, number],
  size: number,
): SelectiveMean {
  const rest = rows - (acted - silent)
  return {
    kind: 'bounds',
    lowest: (sum + rest * lowest) / rows,
    highest: (sum + rest * highest) / rows,
    assuming: 'nothing',
    because: `What was seen is worth ${size.toFixed(1)} rows drawn at random, and an estimate takes ${leastRows}.`,
  }
}

function mustBeSound(
  { probability, acted, label }: SelectiveRow,
  [lowest, highest]: readonly [number, number],
): void {
  requireProbability('probability', probability)
  if (acted && probability === 0) throw invalid('something with probability 0 was done')
  if (label === undefined) return
  if (!acted) throw invalid('a label was seen where the system did not act')
  if (!(label >= lowest && label <= highest)) throw invalid(`the label ${label} is outside the range`)
}

const nothing = 'there are no rows, or no range of labels'

const invalid = (what: string): HolonError =>
  new HolonError(
    'data-invalid',
    what,
    'Give every row with the probability it was acted on, and labels in the range.',
  )
