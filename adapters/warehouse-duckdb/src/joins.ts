import type { Expression, FeedbackShape } from 'holon'
import { type Columns, compileExpression } from './expression.ts'
import { type Feedback, joinFeedback, type Scope } from './feedback.ts'

/** Expressions over `decisions d`, and the joins of what came back that they ask for. */
export interface Joining {
  read(expression: Expression): Columns
  /** The joins that were asked for up to now, as SQL after `FROM decisions d`. */
  joins(): string
}

const exposure: FeedbackShape = { name: 'exposure', kind: 'feedback', keep: 'last' }

/** Joins feedback to the decisions of a scope, each name once and only when an expression needs it. */
export function joining(shapes: readonly FeedbackShape[], scope: Scope): Joining {
  const used = new Map<string, Feedback>()
  const shapeOf = (name: string) => shapes.find((shape) => shape.name === name) ?? exposure
  const joined = (name: string): Columns => {
    const feedback = used.get(name) ?? joinFeedback(shapeOf(name), `f${used.size}`, scope)
    used.set(name, feedback)
    return feedback.columns
  }
  return {
    read: (expression) => compileExpression(expression, joined),
    joins: () => [...used.values()].map((feedback) => feedback.join).join(' '),
  }
}
