import type { Expression, FeedbackShape, Measure } from '../spec/measure.ts'
import { truthPrefix } from './log.ts'

/** Whether a measure asks for anything that comes back; the rest the product knows for sure. */
export const isHeard = (measure: Measure): boolean => expressionsIn(measure).some(hears)

/** The same measure over what is true instead of what was heard. */
export function trueMeasure(measure: Measure): Measure {
  const changed = Object.entries(measure).map(([key, value]) => [
    key,
    isExpression(value) ? trueOf(value) : value,
  ])
  return Object.fromEntries(changed) as Measure
}

/** How what is true joins: whenever it is told, and nothing stands for what is not. */
export const trueShapes = (shapes: readonly FeedbackShape[]): readonly FeedbackShape[] =>
  shapes.map(({ name, kind, keep }) => ({ name: truthPrefix + name, kind, keep }))

const expressionsIn = (measure: Measure): readonly Expression[] => Object.values(measure).filter(isExpression)

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
