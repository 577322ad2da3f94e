import { inMilliseconds } from '../spec/duration.ts'
import type { FeedbackShape } from '../spec/measure.ts'
import type { MeasureQuery, Stored } from '../spec/ports.ts'
import type { BackEntry, DecisionEntry } from '../spec/record.ts'
import { backValue, type Joined } from './joined.ts'

/** One decision with what came back for it: a row of a measure. */
export interface Row {
  readonly decision: DecisionEntry
  readonly exposed: boolean
  /** The one value of each feedback shape; null when there is none. */
  readonly feedback: ReadonlyMap<string, Joined | null>
}

/** The rows of a query: its decisions in the order of the log, each with what came back for it. */
export function join(query: MeasureQuery, entries: readonly Stored[]): readonly Row[] {
  const { from = -Infinity, to = Infinity } = query
  const inOrder = entries.toSorted((a, b) => a.position - b.position).map((stored) => stored.entry)
  const back = Map.groupBy(inOrder.filter(isBack), (entry) => entry.decision)
  return inOrder
    .filter((entry) => entry.kind === 'decision')
    .filter((entry) => entry.system === query.system && entry.decision === query.measure.decision)
    .filter((entry) => entry.at >= from && entry.at < to)
    .map((entry) => rowOf(entry, back.get(entry.id) ?? [], query))
}

function isBack(entry: Stored['entry']): entry is BackEntry {
  return entry.kind !== 'decision' && entry.kind !== 'event'
}

function rowOf(decision: DecisionEntry, back: readonly BackEntry[], query: MeasureQuery): Row {
  const named = (name: string) => back.filter((entry) => entry.name === name)
  return {
    decision,
    exposed: left(named('exposure'), Infinity).length > 0,
    feedback: new Map(
      query.feedback.map((shape) => [shape.name, oneValue(shape, named(shape.name), decision.at, query.now)]),
    ),
  }
}

/** The one value that a shape makes of what came back under its name for a decision made at `at`. */
function oneValue(shape: FeedbackShape, back: readonly BackEntry[], at: number, now: number): Joined | null {
  const end = shape.within === undefined ? Infinity : at + inMilliseconds(shape.within)
  const values = left(back, end)
  if (values.length > 0) return keep[shape.keep](values)
  return now > end ? (shape.otherwise ?? null) : null
}

/** The values that stand after replacements and retractions, of those that arrived by `end`. */
function left(back: readonly BackEntry[], end: number): readonly Joined[] {
  let standing: { readonly key: string | undefined; readonly value: Joined }[] = []
  for (const entry of back) {
    const { key } = entry
    const value = backValue(entry)
    if (entry.kind === 'retraction') {
      standing = standing.filter((one) => key !== undefined && one.key !== key)
    } else if (value !== undefined && entry.at <= end) {
      standing = standing.filter((one) => key === undefined || one.key !== key)
      standing.push({ key, value })
    }
  }
  return standing.map((one) => one.value)
}

/** How at least one value becomes one. */
const keep: Record<FeedbackShape['keep'], (values: readonly Joined[]) => Joined | null> = {
  last: (values) => values.at(-1) ?? null,
  first: (values) => values[0] ?? null,
  any: (values) => {
    const truths = values.filter((value) => typeof value === 'boolean')
    return truths.length > 0 ? truths.includes(true) : null
  },
  sum: (values) => ofNumbers(values, (numbers) => numbers.reduce((a, b) => a + b, 0)),
  mean: (values) => ofNumbers(values, (numbers) => numbers.reduce((a, b) => a + b, 0) / numbers.length),
  max: (values) => ofNumbers(values, (numbers) => numbers.reduce((a, b) => Math.max(a, b))),
  min: (values) => ofNumbers(values, (numbers) => numbers.reduce((a, b) => Math.min(a, b))),
}

function ofNumbers(values: readonly Joined[], reduce: (numbers: readonly number[]) => number): number | null {
  const numbers = values.filter((value) => typeof value === 'number')
  return numbers.length > 0 ? reduce(numbers) : null
}
