import { HolonError } from '../../spec/error.ts'
import { requireProbability, requireShare } from '../argument.ts'
import { normalQuantile } from '../distribution/normal.ts'
import { studentQuantile } from '../distribution/student-t.ts'
import { contrast, type Located } from '../interval/contrast.ts'
import { rangeInterval } from './hajek.ts'
import type { SelectiveMean } from './selective-mean.ts'

/** Decisions that were to be audited with one probability and all were, or all were not: sums, so that they add up. */
export interface AskedCell {
  /** Of being asked: above 0, at most 1. */
  readonly probability: number
  readonly asked: boolean
  /** Decisions, and those of them for which an answer came back, asked or not. */
  readonly n: number
  readonly answers: number
  /** Of the answers. */
  readonly sum: number
  readonly squares: number
}

/** How answers lie, how those are counted who were asked and did not answer, and how sure to be. */
export interface AskedMeanOptions {
  /** Default 0 to 1. */
  readonly range?: readonly [number, number]
  /** Default `alike`: like those who answer only because they are asked. */
  readonly unanswered?: 'alike' | 'anything'
  readonly confidence?: number
}

/** The mean of what all would say. */
export interface AskedMean {
  readonly corrected: SelectiveMean
  /** With those who were asked and did not answer taken to say the lowest, and the highest. */
  readonly worst: { readonly lowest: number; readonly highest: number }
  readonly asked: number
  /** How many of the asked answered. */
  readonly answered: number
  /** Share of all who answer when asked, and who do unasked. Null where nobody was asked, or everybody was. */
  readonly whenAsked: number | null
  readonly unasked: number | null
}

/** With fewer answers of people who answered because they were asked no estimate is made. */
const leastAnswers = 10

/**
 * The mean of what everybody would say, where some were asked, drawn at random whatever they would have done. Three kinds
 * of people are not told apart one by one, but their shares and means are: those who speak up unasked are seen among the
 * ones who were not asked; who answers only when asked is the difference between the two, as in an experiment with
 * encouragement (G. Imbens and J. Angrist, 1994; their mean: A. Abadie, 2002). Those who never answer are taken to be like
 * the second kind, or, `anything`, to say whatever they might (C. Manski, 1990).
 *
 * It assumes that who would speak up unasked does not fall silent when asked. The interval adds the squared distances of
 * the two groups' (G. Zou and A. Donner, 2008). With fewer than ten answers because of the audit, or where being asked is
 * not seen to make people answer, nothing is known of the silent: bounds.
 *
 * @throws HolonError `data-invalid` for no decisions, or sums that cannot be
 * @example
 * ```ts
 * const { corrected } = askedMean([
 *   { probability: 0.1, asked: true, n: 100, answers: 60, sum: 54, squares: 54 },
 *   { probability: 0.1, asked: false, n: 900, answers: 20, sum: 0, squares: 0 },
 * ])
 * corrected // an estimate: about 0.91, though those who spoke up all said no
 * ```
 */
export function askedMean(cells: readonly AskedCell[], options: AskedMeanOptions = {}): AskedMean {
  const { range = [0, 1], unanswered = 'alike', confidence = 0.95 } = options
  requireShare('confidence', confidence)
  mustBeSound(cells, range)
  const asked = groupOf(cells, true)
  const unasked = groupOf(cells, false)
  const bounds = worstOf(cells, asked, range, confidence)
  return {
    corrected: correctedBy({ cells, asked, unasked, range, confidence }, unanswered, bounds),
    worst: { lowest: bounds.lowest, highest: bounds.highest },
    asked: asked.n,
    answered: asked.answers,
    whenAsked: asked.n === 0 ? null : asked.rate,
    unasked: unasked.n === 0 ? null : unasked.rate,
  }
}

/** Those who were asked, or those who were not, each standing for everybody: means weighted by inverse probability. */
interface Group {
  readonly n: number
  readonly answers: number
  /** Share that answers, and mean of the answers with 0 for none. */
  readonly rate: number
  readonly mean: number
  /** As many decisions, equally weighted, would say as much. */
  readonly size: number
  /** Variance of the mean of (answer - centre), 0 for none. */
  variance(centre: number): number
  /** The mean of (answer - centre), 0 for none. */
  off(centre: number): number
}

function groupOf(cells: readonly AskedCell[], isAsked: boolean): Group {
  const own = cells
    .filter(({ asked, n }) => asked === isAsked && n > 0)
    .map((cell) => ({ ...cell, weight: 1 / (isAsked ? cell.probability : 1 - cell.probability) }))
  const total = (of: (cell: (typeof own)[number]) => number): number =>
    own.reduce((sum, cell) => sum + of(cell), 0)
  const weights = total(({ weight, n }) => weight * n)
  const part = (of: (cell: (typeof own)[number]) => number): number =>
    weights === 0 ? 0 : total((cell) => cell.weight * of(cell)) / weights
  const off = (centre: number): number => part(({ sum, answers }) => sum - centre * answers)
  return {
    n: total(({ n }) => n),
    answers: total(({ answers }) => answers),
    rate: part(({ answers }) => answers),
    mean: part(({ sum }) => sum),
    size: weights === 0 ? 0 : weights ** 2 / total(({ weight, n }) => weight ** 2 * n),
    off,
    variance: (centre) => {
      const mean = off(centre)
      const squares = total(({ weight, n, answers, sum, squares: own }) => {
        const around = own - 2 * centre * sum + centre ** 2 * answers
        return weight ** 2 * (around - 2 * mean * (sum - centre * answers) + mean ** 2 * n)
      })
      return weights === 0 ? 0 : Math.max(0, squares) / weights ** 2
    },
  }
}

interface Evidence {
  readonly cells: readonly AskedCell[]
  readonly asked: Group
  readonly unasked: Group
  readonly range: readonly [number, number]
  readonly confidence: number
}

type Bounds = Extract<SelectiveMean, { kind: 'bounds' }>

function correctedBy(evidence: Evidence, unanswered: 'alike' | 'anything', bounds: Bounds): SelectiveMean {
  const { unasked, range, confidence } = evidence
  if (unasked.n > 0 && unasked.rate === 1) {
    const interval = rangeInterval(unasked.mean, unasked.size, range, confidence)
    return { ...audited, value: unasked.mean, interval, effectiveSampleSize: unasked.size }
  }
  return unanswered === 'anything' ? bounds : (estimated(evidence) ?? bounds)
}

const audited = { kind: 'estimate', method: 'audit' } as const

/** Undefined where too few answered because they were asked. */
function estimated(evidence: Evidence): SelectiveMean | undefined {
  const { asked, unasked, range, confidence } = evidence
  const moved = asked.rate - unasked.rate
  const because = asked.size * moved
  const z = normalQuantile((1 + confidence) / 2)
  const doubt = Math.sqrt(rateVariance(asked) + rateVariance(unasked))
  if (because < leastAnswers || moved <= z * doubt) return undefined
  const inside = (one: number): number => Math.min(range[1], Math.max(range[0], one))
  /** The mean of those who answer only when asked; chance may carry it out of the range. */
  const quiet = (asked.mean - unasked.mean) / moved
  const silent = 1 - unasked.rate
  const value = inside(quiet + unasked.off(quiet))
  const half = z * Math.sqrt(unasked.variance(inside(quiet)))
  const both = contrast([
    { ...heardFrom(evidence, quiet, { moved, because }), weight: silent },
    { value: 0, lower: -half, upper: half, weight: Math.abs(1 - silent / moved) },
  ])
  const centre = both.value + unasked.mean
  const interval = {
    lower: Math.min(value, inside(centre + both.lower - both.value)),
    upper: Math.max(value, inside(centre + both.upper - both.value)),
  }
  return { ...audited, value, interval, effectiveSampleSize: because }
}

/**
 * Those who answer only when asked, with an interval. Answers with nothing between the ends, such as yes and no, have
 * that of A. Agresti and B. Coull (1998), others Student's t where they differ; wider for not knowing who of the asked
 * would have spoken up anyway.
 */
function heardFrom(
  { cells, asked, unasked, range: [lowest, highest], confidence }: Evidence,
  quiet: number,
  { moved, because }: { readonly moved: number; readonly because: number },
): Located {
  const total = asked.variance(quiet) / moved ** 2
  if (!isExtreme(cells, [lowest, highest]) && total > 0) {
    const half = studentQuantile((1 + confidence) / 2, because - 1) * Math.sqrt(total)
    return { value: quiet, lower: quiet - half, upper: quiet + half }
  }
  const z = normalQuantile((1 + confidence) / 2)
  const worth = because + z * z
  const value = (because * quiet + (z * z * (lowest + highest)) / 2) / worth
  const own = Math.max(0, (value - lowest) * (highest - value)) / worth
  const volunteers = (unasked.size * unasked.variance(value)) / (asked.size * moved ** 2)
  const half = z * Math.sqrt(own + volunteers)
  return { value, lower: value - half, upper: value + half }
}

function isExtreme(cells: readonly AskedCell[], [lowest, highest]: readonly [number, number]): boolean {
  const between = cells.reduce(
    (total, { sum, squares, answers }) =>
      total + (lowest + highest) * sum - squares - lowest * highest * answers,
    0,
  )
  return Math.abs(between) < 1e-9 * cells.reduce((total, { answers }) => total + answers, 1)
}

const rateVariance = ({ n, rate, size }: Group): number => (n === 0 ? 0 : (rate * (1 - rate)) / size)

/** What the mean may be at least and at most, whatever those say who do not answer when asked. */
function worstOf(
  cells: readonly AskedCell[],
  asked: Group,
  [lowest, highest]: readonly [number, number],
  confidence: number,
): Bounds {
  const n = cells.reduce((sum, cell) => sum + cell.n, 0)
  if (asked.answers < leastAnswers) {
    const answers = cells.reduce((sum, cell) => sum + cell.answers, 0)
    const sum = cells.reduce((total, cell) => total + cell.sum, 0)
    return {
      ...{ kind: 'bounds', assuming: 'nothing' },
      lowest: (sum + (n - answers) * lowest) / n,
      highest: (sum + (n - answers) * highest) / n,
      because: `${n - answers} of ${n} said nothing, and ${asked.answers} answers of people asked at random do not speak for them: it takes ${leastAnswers}.`,
    }
  }
  const end = (silent: number) =>
    rangeInterval(asked.mean + (1 - asked.rate) * silent, asked.size, [lowest, highest], confidence)
  return {
    ...{ kind: 'bounds', assuming: 'nothing' },
    lowest: end(lowest).lower,
    highest: end(highest).upper,
    because: `${asked.n - asked.answers} of the ${asked.n} who were asked at random did not answer, and may say anything.`,
  }
}

function mustBeSound(cells: readonly AskedCell[], [lowest, highest]: readonly [number, number]): void {
  if (!(lowest < highest)) throw invalid('the range of answers is none')
  if (!cells.some(({ n }) => n > 0)) throw invalid('there are no decisions')
  for (const { probability, asked, n, answers, sum } of cells) {
    requireProbability('probability', probability)
    if (probability === 0 || (probability === 1 && !asked && n > 0))
      throw invalid(`with probability ${probability} somebody was ${asked ? '' : 'not '}asked`)
    if (answers > n) throw invalid(`there are ${answers} answers to ${n} decisions`)
    const slack = 1e-9 * Math.max(1, Math.abs(lowest), Math.abs(highest)) * answers
    if (!(sum >= lowest * answers - slack && sum <= highest * answers + slack))
      throw invalid('answers are outside the range')
  }
}

const invalid = (what: string): HolonError =>
  new HolonError(
    'data-invalid',
    what,
    'Count decisions by whether they were asked, and with what probability.',
  )
