import { inMilliseconds } from '../spec/duration.ts'
import { HolonError } from '../spec/error.ts'
import { expressionParts } from '../spec/expression-parts.ts'
import type { Expression, Measure, Per } from '../spec/measure.ts'
import type { MeasureQuery } from '../spec/ports.ts'

/**
 * Refuses a query that cannot be answered as written. Every warehouse calls it first, so that all refuse the same.
 *
 * @throws HolonError `measure-invalid`; `declaration-invalid` for a length of time that is none.
 */
export function checkQuery(query: MeasureQuery): void {
  checkMeasure(query.measure)
  checkTimes(query)
  if (query.every !== undefined) inMilliseconds(query.every)
  const names = query.feedback.map((shape) => shape.name)
  const twice = names.find((name, i) => names.indexOf(name) < i)
  if (twice !== undefined)
    refuse(`Feedback "${twice}" has two shapes.`, 'Give one shape for each name of feedback.')
  for (const expression of [...expressionsOf(query.measure), ...(query.slice ? [query.slice] : [])])
    checkExpression(expression, names)
}

/** Refuses a time that is not a number. */
function checkTimes({ now, from, to }: Pick<MeasureQuery, 'now' | 'from' | 'to'>): void {
  for (const time of [now, from, to])
    if (Number.isNaN(time)) refuse('A time that is not a number.', 'Give milliseconds since 1970.')
}

/** The expressions a measure is made of. */
function expressionsOf(measure: Measure): readonly Expression[] {
  const among = measure.among ? [measure.among] : []
  switch (measure.op) {
    case 'count':
      return among
    case 'ratio':
      return [measure.of, measure.over, ...among]
    case 'auc':
    case 'calibrationError':
      return [measure.score, measure.label, ...among]
    default:
      return [measure.of, ...among]
  }
}

/** Refuses a number of bins, a share or a unit that a measure cannot have. */
export function checkMeasure(measure: Measure): void {
  if (measure.op === 'quantile' && !(measure.q > 0 && measure.q < 1))
    refuse(
      `There is no ${measure.q}-quantile.`,
      'Give a share between 0 and 1, for example 0.5 for the median.',
    )
  if (measure.op === 'calibrationError' && !(Number.isSafeInteger(measure.bins) && measure.bins > 0))
    refuse(`A calibration error over ${measure.bins} bins.`, 'Give a whole number of bins from 1.')
  const per: Per = measure.per
  if ((measure.op === 'auc' || measure.op === 'calibrationError') && per !== 'decision')
    refuse(`The measure "${measure.op}" per ${per}.`, 'Measure it per decision.')
}

/** Refuses an expression that nobody can answer. `names`: feedback that it may speak of; any, without. */
export function checkExpression(expression: Expression, names?: readonly string[]): void {
  if ('name' in expression && names !== undefined && !names.includes(expression.name))
    refuse(
      `The measure uses the feedback "${expression.name}", which the decision does not have.`,
      names.length > 0 ? `Use one of ${names.join(', ')}.` : 'Declare it with the decision.',
    )
  if (expression.op === 'context' && expression.path.length === 0)
    refuse('A context field without a path.', 'Give the names that lead to the field.')
  if (
    expression.op === 'literal' &&
    typeof expression.value === 'number' &&
    !Number.isFinite(expression.value)
  )
    refuse(`A measure compares with ${expression.value}.`, 'Give a finite number.')
  for (const part of expressionParts(expression)) checkExpression(part, names)
}

/** Refuses a query. */
export function refuse(problem: string, fix: string): never {
  throw new HolonError('measure-invalid', problem, fix)
}
