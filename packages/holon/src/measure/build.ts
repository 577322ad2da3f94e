import { type Bool, type Num, nodeOf } from '../spec/expression.ts'
import type { Measure, Per } from '../spec/measure.ts'
import { checkMeasure } from './check.ts'

/** Which rows count, and what one observation is: a decision unless said otherwise. */
export interface Rows<D extends string = string> {
  readonly among?: Bool<D>
  readonly per?: Per
}

/** The same where an observation is always a decision. */
export type DecisionRows<D extends string = string> = Omit<Rows<D>, 'per'>

/**
 * How often something is true, among the decisions for which it is known.
 *
 * @example
 * ```ts
 * const useful = bool('meter', { op: 'feedback', name: 'useful' })
 * const seen = bool('meter', { op: 'exposed' })
 * rate(useful.is(true), { among: seen, per: 'person' }).op // 'rate'
 * ```
 */
export function rate<D extends string>(of: Bool<D>, rows: Rows<NoInfer<D>> = {}): Measure {
  return finished({ op: 'rate', of: of.node, ...over(of.decision, rows) })
}

/** The number of decisions, persons or episodes for which something is true. */
export function count<D extends string>(of: Bool<D>, { per = 'decision' }: Pick<Rows, 'per'> = {}): Measure {
  return finished({ op: 'count', ...over(of.decision, { among: of, per }) })
}

/** The mean of a number. */
export function mean<D extends string>(of: Num<D>, rows: Rows<NoInfer<D>> = {}): Measure {
  return finished({ op: 'mean', of: of.node, ...over(of.decision, rows) })
}

/** The sum of a number. */
export function sum<D extends string>(of: Num<D>, rows: Rows<NoInfer<D>> = {}): Measure {
  return finished({ op: 'sum', of: of.node, ...over(of.decision, rows) })
}

/** The sum of one number over the sum of another, for example income per minute spent. */
export function ratio<D extends string>(
  of: Num<D>,
  base: Num<NoInfer<D>>,
  rows: Rows<NoInfer<D>> = {},
): Measure {
  const decision = of.decision
  return finished({ op: 'ratio', of: of.node, over: nodeOf(base, decision), ...over(decision, rows) })
}

/**
 * The number below which the share `q` of the observations lies; 0.5 for the median.
 *
 * @throws HolonError `measure-invalid` unless `q` is between 0 and 1.
 */
export function quantile<D extends string>(q: number, of: Num<D>, rows: Rows<NoInfer<D>> = {}): Measure {
  return finished({ op: 'quantile', q, of: of.node, ...over(of.decision, rows) })
}

/** How well a score tells true from false: the area under the ROC curve; 0.5 is chance, 1 perfect. */
export function auc<D extends string>(
  score: Num<D>,
  label: Bool<NoInfer<D>>,
  rows: DecisionRows<NoInfer<D>> = {},
): Measure {
  return finished({ op: 'auc', ...scored(score, label), ...each(score.decision, rows) })
}

/**
 * How far predicted probabilities are from observed shares: the expected calibration error over `bins` (10) equally wide
 * bins (M. P. Naeini, G. F. Cooper, M. Hauskrecht, 2015).
 *
 * @throws HolonError `measure-invalid` unless `bins` is a whole number from 1.
 */
export function calibrationError<D extends string>(
  score: Num<D>,
  label: Bool<NoInfer<D>>,
  { bins = 10, ...rows }: DecisionRows<NoInfer<D>> & { readonly bins?: number } = {},
): Measure {
  return finished({ op: 'calibrationError', bins, ...scored(score, label), ...each(score.decision, rows) })
}

/** The mean squared distance of a predicted probability from what was (0 or 1): 0 is perfect (G. W. Brier, 1950). */
export function brier<D extends string>(
  score: Num<D>,
  label: Bool<NoInfer<D>>,
  rows: Rows<NoInfer<D>> = {},
): Measure {
  const distance = score.minus(label.asNumber())
  return mean(distance.times(distance), rows)
}

function over(decision: string, { among, per = 'decision' }: Rows) {
  return { decision, per, ...(among && { among: nodeOf(among, decision) }) }
}

function each(decision: string, rows: DecisionRows) {
  return { ...over(decision, rows), per: 'decision' as const }
}

function scored(score: Num, label: Bool) {
  return { score: score.node, label: nodeOf(label, score.decision) }
}

function finished(measure: Measure): Measure {
  checkMeasure(measure)
  return Object.freeze(measure)
}
