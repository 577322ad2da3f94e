import { columnValue, standardised } from '../../decide/policies/learned-outlook.ts'
import { HolonError } from '../../spec/error.ts'
import type { LearnedColumn } from '../../spec/learned.ts'
import type { OpenEntry } from '../../spec/record.ts'
import { momentsOf } from '../../stats/moments.ts'
import type { DecisionPart } from '../../system/decision.ts'
import { properties } from '../../system/json-schema.ts'
import type { Learning } from '../../system/policy.ts'

/** What a feature may be called that is no field of the context. */
const ofModel = 'prediction'

/** The numbers that a bandit learns by, and how they are standardised: what varies of its features in these decisions. */
export function columnsOf(
  decision: DecisionPart,
  { features }: Learning<unknown>,
  entries: readonly OpenEntry[],
): readonly LearnedColumn[] {
  return namesOf(decision, features)
    .flatMap((name) => (name === ofModel ? ofPrediction(entries) : ofField(decision, name, entries)))
    .flatMap((column) => scaled(column, entries))
}

/** The features of a decision as its columns have them, each about 0 and of deviation 1. */
export const rowOf = (columns: readonly LearnedColumn[], entry: OpenEntry): readonly number[] =>
  columns.map((column) => standardised(column, predictionOf(entry), entry.context))

type Reading = Omit<LearnedColumn, 'mean' | 'deviation'>

/** @throws HolonError `input-invalid` for a feature that is no public field */
function namesOf(decision: DecisionPart, asked: readonly string[] | undefined): readonly string[] {
  const fields = Object.keys(properties(decision.contextJsonSchema))
  const open = fields.filter((name) => decision.dataClasses[name] === 'public')
  const all = decision.model === undefined ? open : [ofModel, ...open]
  const strange = asked?.find((name) => !all.includes(name))
  if (strange === undefined) return asked ?? all
  throw new HolonError(
    'input-invalid',
    `The bandit of "${decision.name}" is to learn by "${strange}", which is ${fields.includes(strange) ? 'not public' : 'not there'}.`,
    `Use some of: ${all.join(', ')}. Only public fields are learned from.`,
  )
}

const predictionOf = ({ predictions }: OpenEntry): unknown => predictions[0]?.value

function ofPrediction(entries: readonly OpenEntry[]): readonly Reading[] {
  const keys = keysIn(entries.map(predictionOf))
  if (keys.length === 0) return [{ name: ofModel }]
  return keys.map((key) => ({ name: `${ofModel}.${key}`, key }))
}

function ofField(decision: DecisionPart, field: string, entries: readonly OpenEntry[]): readonly Reading[] {
  const choices = properties(decision.contextJsonSchema)[field]?.enum
  if (Array.isArray(choices)) {
    // The first choice is where all others are 0.
    return choices.slice(1).map((is) => ({ name: `${field}=${is}`, field, is }))
  }
  const keys = keysIn(entries.map(({ context }) => context[field]))
  if (keys.length === 0) return [{ name: field, field }]
  return keys.map((key) => ({ name: `${field}.${key}`, field, key }))
}

/** Under what keys there are numbers, in objects such as the probabilities of classes. */
function keysIn(values: readonly unknown[]): readonly string[] {
  const keys = new Set<string>()
  for (const value of values) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue
    for (const [key, one] of Object.entries(value)) if (typeof one === 'number') keys.add(key)
  }
  return [...keys].sort()
}

/** What never varies teaches nothing. */
function scaled(column: Reading, entries: readonly OpenEntry[]): readonly LearnedColumn[] {
  const { n, mean, squares } = momentsOf(
    entries.flatMap((entry) => columnValue(column, predictionOf(entry), entry.context) ?? []),
  )
  const deviation = Math.sqrt(squares / Math.max(1, n))
  return deviation > 0 && deviation < Infinity ? [{ ...column, mean, deviation }] : []
}
