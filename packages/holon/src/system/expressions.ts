import { bool, num, text, type Value, value } from '../spec/expression.ts'
import type { JsonObject } from '../spec/json.ts'
import type { Expression } from '../spec/measure.ts'

/** Every value of a decision that a measure may speak of, by the types its schemas state. */
export function expressionsOf(
  decision: string,
  context: Readonly<Record<string, JsonObject>>,
  feedback: Readonly<Record<string, JsonObject>>,
) {
  return {
    prediction: num(decision, { op: 'prediction' }),
    experience: text(decision, { op: 'experience' }),
    wanted: text(decision, { op: 'wanted' }),
    exposed: bool(decision, { op: 'exposed' }),
    degraded: bool(decision, { op: 'degraded' }),
    propensity: num(decision, { op: 'propensity' }),
    latency: num(decision, { op: 'latency' }),
    costs: num(decision, { op: 'cost' }),
    asked: (name: string) => bool(decision, { op: 'asked', name }),
    guarded: (guardrail?: string) =>
      bool(decision, guardrail === undefined ? { op: 'guarded' } : { op: 'guarded', guardrail }),
    context: mapped(context, (name, schema) => typed(decision, schema, { op: 'context', path: [name] })),
    feedback: mapped(feedback, (name, schema) => typed(decision, schema, { op: 'feedback', name })),
  }
}

const mapped = <T>(of: Readonly<Record<string, JsonObject>>, make: (name: string, schema: JsonObject) => T) =>
  Object.fromEntries(Object.entries(of).map(([name, schema]) => [name, make(name, schema)]))

/** The kind of value a JSON Schema describes; one that fits no kind can only be asked whether it is known. */
function typed(decision: string, schema: JsonObject, node: Expression): Value {
  const members = Array.isArray(schema.enum) ? schema.enum : 'const' in schema ? [schema.const] : []
  const types = members.length > 0 ? members.map((member) => typeof member) : [schema.type]
  if (types.every((type) => type === 'boolean')) return bool(decision, node)
  if (types.every((type) => type === 'number' || type === 'integer')) return num(decision, node)
  if (types.every((type) => type === 'string')) return text(decision, node)
  return value(decision, node)
}
