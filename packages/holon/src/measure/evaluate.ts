import { type ExpressionValue, expressionValue, fieldAt, type Lookup } from '../spec/expression-value.ts'
import type { Expression } from '../spec/measure.ts'
import type { DecisionEntry } from '../spec/record.ts'
import type { Row } from './join.ts'

/**
 * The value of an expression for one row, read as the expression is written: the reference that every warehouse must
 * agree with. Null when it is not known.
 */
export function evaluate(expression: Expression, row: Row): ExpressionValue {
  return expressionValue(expression, (of) => lookUp(of, row))
}

function lookUp(expression: Lookup, row: Row): ExpressionValue {
  const { decision } = row
  switch (expression.op) {
    case 'feedback':
      return row.feedback(expression.name)
    case 'exposed':
      return row.exposed
    case 'age':
      return row.age
    case 'delay':
      return row.delay(expression.name)
    case 'prediction':
      return prediction(decision, expression.model)
    case 'context':
      return fieldAt(decision.context, expression.path)
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
