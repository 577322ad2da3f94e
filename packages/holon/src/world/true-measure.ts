import { awaitedIn, longestAwaited, windowOf } from '../measure/delay/awaited.ts'
import type { Expression, FeedbackShape, Measure } from '../spec/measure.ts'
import { truthPrefix } from './log.ts'

/**
 * Whether a measure asks for anything that comes back; the rest the product knows for sure, and also whether something came
 * back at all, which is all that some measures are of.
 */
export const isHeard = (measure: Measure): boolean =>
  expressionsIn(ofAnswering(measure) ? { ...measure, of: undefined } : measure).some(hears)

const ofAnswering = (measure: Measure): boolean => 'of' in measure && measure.of.op === 'known'

/**
 * Whether who says nothing is counted: `otherwise` stands for an answer that did not come, or the measure asks whether one
 * came and goes on from there.
 */
export function countsSilence(measure: Measure, shapes: readonly FeedbackShape[]): boolean {
  if (awaitedIn(measure, shapes).length > 0) return true
  const { among, ...counted } = measure
  const asked = expressionsIn(counted).flatMap(within)
  const leftIn = (among === undefined ? [] : within(among)).flatMap((one) =>
    one.op === 'not' ? within(one.of) : [],
  )
  return [...asked, ...leftIn].some(({ op }) => op === 'known')
}

/**
 * Milliseconds until a decision counts: before that, those who say something soon would stand for those who say nothing,
 * for whom `otherwise` stands later.
 */
export function settlesAfter(measure: Measure, shapes: readonly FeedbackShape[]): number {
  const awaited = longestAwaited(measure, shapes)
  return awaited === undefined ? 0 : windowOf(awaited)
}

/** An expression and all it is made of. */
const within = (expression: Expression): readonly Expression[] => [
  expression,
  ...partsOf(expression).flatMap(within),
]

/** The same measure over what is true instead of what was heard. */
export function trueMeasure(measure: Measure): Measure {
  const changed = Object.entries(measure).map(([key, value]) => [
    key,
    isExpression(value) && !(key === 'of' && ofAnswering(measure)) ? trueOf(value) : value,
  ])
  return Object.fromEntries(changed) as Measure
}

/** How what is true joins: whenever it is told, and nothing stands for what is not. */
export const trueShapes = (shapes: readonly FeedbackShape[]): readonly FeedbackShape[] =>
  shapes.map(({ name, kind, keep }) => ({ name: truthPrefix + name, kind, keep }))

const expressionsIn = (measure: object): readonly Expression[] => Object.values(measure).filter(isExpression)

const isExpression = (value: unknown): value is Expression =>
  typeof value === 'object' && value !== null && 'op' in value

function hears(expression: Expression): boolean {
  return expression.op === 'feedback' || partsOf(expression).some(hears)
}

function partsOf(expression: Expression): readonly Expression[] {
  if (!('of' in expression)) return 'left' in expression ? [expression.left, expression.right] : []
  return Array.isArray(expression.of) ? expression.of : [expression.of as Expression]
}

function trueOf(expression: Expression): Expression {
  if (expression.op === 'feedback') return { ...expression, name: truthPrefix + expression.name }
  if ('left' in expression)
    return { ...expression, left: trueOf(expression.left), right: trueOf(expression.right) }
  if (!('of' in expression)) return expression
  const of = Array.isArray(expression.of) ? expression.of.map(trueOf) : trueOf(expression.of as Expression)
  return { ...expression, of } as Expression
}
