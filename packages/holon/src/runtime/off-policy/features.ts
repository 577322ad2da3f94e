import type { Json } from '../../spec/json.ts'
import type { OpenEntry } from '../../spec/record.ts'
import type { DecisionPart } from '../../system/decision.ts'
import { properties } from '../../system/json-schema.ts'

/** What was known of a decision, as numbers: what the model said, and public fields that are numbers, yes or no, or one of a few. */
export function featuresOf(decision: DecisionPart): (entry: OpenEntry) => Readonly<Record<string, number>> {
  const fields = Object.entries(properties(decision.contextJsonSchema)).filter(
    ([name]) => decision.dataClasses[name] === 'public',
  )
  return ({ context, predictions }) => ({
    ...numbersOf('prediction', predictions[0]?.value ?? null),
    ...Object.assign(
      {},
      ...fields.map(([name, schema]) => fieldOf(name, schema.enum, context[name] ?? null)),
    ),
  })
}

function fieldOf(name: string, choices: Json | undefined, value: Json): Record<string, number> {
  if (!Array.isArray(choices)) return numbersOf(name, value)
  // The first choice is where all others are 0.
  return Object.fromEntries(choices.slice(1).map((one) => [`${name}=${String(one)}`, Number(one === value)]))
}

/** A number, a yes or no, or an object of numbers such as the probabilities of classes. */
function numbersOf(name: string, value: Json): Record<string, number> {
  if (typeof value === 'number' && Number.isFinite(value)) return { [name]: value }
  if (typeof value === 'boolean') return { [name]: Number(value) }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (typeof one === 'number' ? [[`${name}.${key}`, one]] : [])),
  )
}
