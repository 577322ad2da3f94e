import type { Expression, FeedbackShape } from 'holon'
import { type Columns, compileExpression, type Lookups } from './expression.ts'
import { joinDelay, joinFeedback, type Scope } from './feedback.ts'

/** Expressions over `decisions d`, and the joins of what came back that they ask for. */
export interface Joining {
  read(expression: Expression): Columns
  /** The joins that were asked for up to now, as SQL after `FROM decisions d`. */
  joins(): string
}

const exposure: FeedbackShape = { name: 'exposure', kind: 'feedback', keep: 'last' }

/** Joins feedback to the decisions of a scope, each name once and only when an expression needs it. */
export function joining(shapes: readonly FeedbackShape[], scope: Scope): Joining {
  const shapeOf = (name: string) => shapes.find((shape) => shape.name === name) ?? exposure
  const values = once((name, place) => joinFeedback(shapeOf(name), `f${place}`, scope))
  const delays = once((name, place) => joinDelay(shapeOf(name), `w${place}`, scope))
  const look: Lookups = {
    joined: (name) => values.of(name).columns,
    came: (name) => delays.of(name).came,
    now: scope.now,
  }
  return {
    read: (expression) => compileExpression(expression, look),
    joins: () => [...values.made(), ...delays.made()].map(({ join }) => join).join(' '),
  }
}

/** Makes what belongs to a name when it is first asked for. */
function once<T>(make: (name: string, place: number) => T) {
  const made = new Map<string, T>()
  return {
    made: () => made.values(),
    of(name: string): T {
      const one = made.get(name) ?? make(name, made.size)
      made.set(name, one)
      return one
    },
  }
}
