import { expressionParts } from '../../spec/expression-parts.ts'
import { expressionValue } from '../../spec/expression-value.ts'
import type { Expression, FeedbackShape, Measure } from '../../spec/measure.ts'
import { type Awaited, awaitedIn, windowOf } from './awaited.ts'
import { calculated, literal } from './stretches.ts'

/** A measure that each decision adds a number to. */
export type MeanMeasure = Extract<Measure, { op: 'rate' | 'mean' | 'sum' }>

/** How to estimate a measure while answers are still coming. */
export interface EarlyPlan {
  readonly measure: MeanMeasure
  readonly awaited: Awaited
  /** What a decision counts if nothing ever comes: a number where it is the same for all. */
  readonly silent: Expression
  /** How much what came changes what a decision counts. */
  readonly change: Expression
  /** All changes are of one sign and at most 1 large. */
  readonly isShare: boolean
}

/** How to estimate a measure early, or why nobody can. */
export function earlyPlan(measure: Measure, shapes: readonly FeedbackShape[]): EarlyPlan | string {
  if (measure.op !== 'rate' && measure.op !== 'mean')
    return 'What is expected is known of shares and means only.'
  const [awaited, another] = awaitedIn(measure.of, shapes)
  if (awaited === undefined) return notWhich
  if (another !== undefined) return 'What is expected is known where one answer is awaited, not several.'
  if (!ofOneAnswer.has(awaited.keep))
    return `Of "${awaited.name}" several answers count together, so there is no time at which it has come.`
  if (awaitedIn(measure.among, shapes).some((one) => windowOf(one) >= windowOf(awaited))) return notWhich
  return planOf(measure, awaited)
}

const notWhich = 'Which of them count is not known before the answers are there.'

const ofOneAnswer: ReadonlySet<string> = new Set(['last', 'first', 'any'])

function planOf(measure: MeanMeasure, awaited: Awaited): EarlyPlan {
  const asNumber = (of: Expression): Expression => (measure.op === 'rate' ? { op: 'number', of } : of)
  const silence = asNumber(withValue(measure.of, awaited))
  const fixed = isFixed(silence) ? expressionValue(silence, () => null) : null
  const silent = typeof fixed === 'number' ? literal(fixed) : silence
  return {
    ...{ measure, awaited, silent },
    change: calculated('subtract', asNumber(measure.of), silent),
    isShare: measure.op === 'rate' && silent.op === 'literal',
  }
}

/** An expression with what silence means in the place of a feedback. */
function withValue(of: Expression, awaited: Awaited): Expression {
  switch (of.op) {
    case 'feedback':
      return of.name === awaited.name ? literal(awaited.otherwise) : of
    case 'known':
    case 'number':
    case 'not':
      return { ...of, of: withValue(of.of, awaited) }
    case 'and':
    case 'or':
      return { ...of, of: of.of.map((one) => withValue(one, awaited)) }
    case 'compare':
    case 'arithmetic':
      return { ...of, left: withValue(of.left, awaited), right: withValue(of.right, awaited) }
    default:
      return of
  }
}

/** Whether an expression looks nothing up. */
function isFixed(of: Expression): boolean {
  const parts = expressionParts(of)
  return of.op === 'literal' || (parts.length > 0 && parts.every(isFixed))
}
