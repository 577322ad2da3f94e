import type { Arithmetic, Comparison, Expression } from '../spec/measure.ts'
import type { DecisionEntry } from '../spec/record.ts'
import type { Row } from './join.ts'
import { type Joined, joined } from './joined.ts'

type Value = Joined | null

/**
 * The value of an expression for one row, read as the expression is written: the reference that every warehouse must
 * agree with. Null when it is not known.
 */
export function evaluate(expression: Expression, row: Row): Value {
  const value = compute(expression, row)
  return typeof value === 'number' && !Number.isFinite(value) ? null : value
}

/** As `evaluate`, but numbers on the way may be infinite or not a number, as in the arithmetic of doubles. */
function compute(expression: Expression, row: Row): Value {
  switch (expression.op) {
    case 'literal':
      return expression.value
    case 'feedback':
      return row.feedback.get(expression.name) ?? null
    case 'exposed':
      return row.exposed
    case 'known':
      return evaluate(expression.of, row) !== null
    case 'number':
      return toNumber(evaluate(expression.of, row))
    case 'compare':
      return compare(expression.by, evaluate(expression.left, row), evaluate(expression.right, row))
    case 'and':
      return every(expression.of.map((one) => evaluate(one, row)))
    case 'or':
      return negate(every(expression.of.map((one) => negate(evaluate(one, row)))))
    case 'not':
      return negate(evaluate(expression.of, row))
    case 'arithmetic':
      return calculate(expression.by, compute(expression.left, row), compute(expression.right, row))
    default:
      return ofDecision(expression, row.decision)
  }
}

type DecisionExpression = Extract<
  Expression,
  {
    op:
      | 'prediction'
      | 'experience'
      | 'wanted'
      | 'context'
      | 'degraded'
      | 'guarded'
      | 'propensity'
      | 'latency'
      | 'cost'
      | 'asked'
      | 'askedWith'
  }
>

function ofDecision(expression: DecisionExpression, decision: DecisionEntry): Value {
  switch (expression.op) {
    case 'prediction':
      return prediction(decision, expression.model)
    case 'context':
      return atPath(decision.context, expression.path)
    case 'guarded':
      return decision.interventions.some(
        (one) => expression.guardrail === undefined || one.guardrail === expression.guardrail,
      )
    case 'asked':
      return decision.audits?.[expression.name]?.asked ?? null
    case 'askedWith':
      return decision.audits?.[expression.name]?.share ?? null
    case 'latency':
      return latencyOf(decision)
    default:
      return decision[expression.op]
  }
}

function prediction(decision: DecisionEntry, model: string | undefined): number | null {
  const said =
    model === undefined ? decision.predictions[0] : decision.predictions.find((one) => one.model === model)
  return typeof said?.value === 'number' ? said.value : null
}

/** Milliseconds a decision took, all stages together; null when none was timed. */
export function latencyOf(decision: DecisionEntry): number | null {
  const times = Object.values(decision.timings)
  return times.length > 0 ? times.reduce((a, b) => a + b, 0) : null
}

function atPath(context: unknown, path: readonly string[]): Value {
  let here = context
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !isPlace(here, step)) return null
    here = (here as Record<string, unknown>)[step]
  }
  return joined(here) ?? null
}

function isPlace(within: object, step: string): boolean {
  return Object.hasOwn(within, step) && !(Array.isArray(within) && step === 'length')
}

function toNumber(value: Value): Value {
  return typeof value === 'boolean' ? Number(value) : null
}

function negate(value: Value): Value {
  return typeof value === 'boolean' ? !value : null
}

function every(values: readonly Value[]): Value {
  if (values.includes(false)) return false
  return values.every((value) => value === true) ? true : null
}

function compare(by: Comparison, left: Value, right: Value): Value {
  if (left === null || right === null || typeof left !== typeof right || typeof left === 'symbol') return null
  if (by === 'eq') return left === right
  if (by === 'ne') return left !== right
  return typeof left === 'number' && typeof right === 'number' ? order[by](left, right) : null
}

const order: Record<Exclude<Comparison, 'eq' | 'ne'>, (a: number, b: number) => boolean> = {
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
  gt: (a, b) => a > b,
  ge: (a, b) => a >= b,
}

function calculate(by: Arithmetic, left: Value, right: Value): Value {
  return typeof left === 'number' && typeof right === 'number' ? arithmetic[by](left, right) : null
}

const arithmetic: Record<Arithmetic, (a: number, b: number) => number | null> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => (b === 0 ? null : a / b),
}
