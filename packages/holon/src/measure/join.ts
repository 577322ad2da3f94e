import { inMilliseconds } from '../spec/duration.ts'
import type { Joined } from '../spec/expression-value.ts'
import type { FeedbackShape } from '../spec/measure.ts'
import type { MeasureQuery, Stored } from '../spec/ports.ts'
import type { BackEntry, DecisionEntry } from '../spec/record.ts'
import { type Joinable, Joinables } from './joinables.ts'
import { backValue } from './joined.ts'

/** One decision with what came back for it: a row of a measure. Joined when it is looked at, as few measures look at all. */
export interface Row {
  /** Place of the decision in the log. */
  readonly position: number
  readonly decision: DecisionEntry
  readonly exposed: boolean
  /** Milliseconds since the decision. */
  readonly age: number
  /** The one value of a feedback shape; null when there is none. */
  feedback(name: string): Joined | null
  /** Milliseconds from the decision to the first value of a feedback; null when none came. */
  delay(name: string): number | null
}

/** Which decisions are rows, and what is joined to them. Without a decision point: those of all, in no particular order. */
export interface JoinQuery extends Pick<MeasureQuery, 'system' | 'feedback' | 'now' | 'from' | 'to'> {
  readonly measure: { readonly decision?: string }
}

/** Rows as they were joined last. */
interface JoinedLast {
  readonly key: string
  readonly rows: readonly Row[]
}

/** Reports ask for the same rows several times, in whole and by stretch of time. */
const joinedLast = new WeakMap<Joinables, JoinedLast>()

/** The rows of a query: its decisions in the order of the log, each with what came back for it. */
export function join(query: JoinQuery, entries: readonly Stored[] | Joinables): readonly Row[] {
  if (!(entries instanceof Joinables)) return rowsOf(query, Joinables.of(entries))
  const { system, feedback, now, from, to, measure } = query
  const key = [entries.size, now, from, to, JSON.stringify([system, measure.decision, feedback])].join()
  const last = joinedLast.get(entries)
  if (last?.key === key) return last.rows
  const rows = rowsOf(query, entries)
  joinedLast.set(entries, { key, rows })
  return rows
}

function rowsOf(query: JoinQuery, joinables: Joinables): readonly Row[] {
  const { from = -Infinity, to = Infinity, system } = query
  return joinables
    .at(query.measure.decision)
    .filter(({ decision }) => decision.system === system && decision.at >= from && decision.at < to)
    .map(joining(query))
}

/** How decisions become the rows of a query. */
export function joining({ feedback, now }: Pick<JoinQuery, 'feedback' | 'now'>): (one: Joinable) => Row {
  const shapes = new Map(feedback.map((shape) => [shape.name, withWindow(shape)]))
  return (one) => new JoinedRow(one, shapes, now)
}

class JoinedRow implements Row {
  readonly position: number
  readonly decision: DecisionEntry
  readonly #back: readonly BackEntry[]
  readonly #shapes: ReadonlyMap<string, Windowed>
  readonly #now: number
  /** What was looked at last. */
  #name: string | undefined
  #value: Joined | null = null

  constructor(one: Joinable, shapes: ReadonlyMap<string, Windowed>, now: number) {
    this.position = one.position
    this.decision = one.decision
    this.#back = one.back
    this.#shapes = shapes
    this.#now = now
  }

  get exposed(): boolean {
    return left(this.#back, 'exposure', Infinity).length > 0
  }

  get age(): number {
    return this.#now - this.decision.at
  }

  feedback(name: string): Joined | null {
    if (this.#name === name) return this.#value
    const shape = this.#shapes.get(name)
    this.#name = name
    this.#value = shape === undefined ? null : oneValue(shape, this.#back, this.decision.at, this.#now)
    return this.#value
  }

  delay(name: string): number | null {
    const shape = this.#shapes.get(name)
    const { at } = this.decision
    const came = shape === undefined ? null : firstCame(shape, this.#back, at)
    return came === null ? null : came - at
  }
}

/** A feedback shape, and for how many milliseconds after the decision it waits. */
interface Windowed extends FeedbackShape {
  readonly window: number
}

const withWindow = (shape: FeedbackShape): Windowed => ({
  ...shape,
  window: shape.within === undefined ? Infinity : inMilliseconds(shape.within),
})

/** The one value that a shape makes of what came back for a decision made at `at`. */
function oneValue(shape: Windowed, back: readonly BackEntry[], at: number, now: number): Joined | null {
  const end = at + shape.window
  const { otherwise, soFar } = shape
  const isOver = soFar === true || now > end
  if (otherwise !== undefined && shape.window < Infinity && !isOver) return null
  const values = left(back, shape.name, end)
  if (values.length > 0) return keep[shape.keep](values)
  return isOver ? (otherwise ?? null) : null
}

/** When the first value came in time: of `any`, the first that decides it. */
function firstCame({ name, keep, window }: Windowed, back: readonly BackEntry[], at: number): number | null {
  const came = standing(back, name, at + window, false)
  const deciding = keep === 'any' ? came.filter(({ value }) => value === true) : []
  const times = (deciding.length > 0 ? deciding : came).map((one) => one.at)
  return times.length > 0 ? times.reduce((a, b) => Math.min(a, b)) : null
}

const nothing: readonly never[] = []

/** The values that stand under a name after replacements and retractions, of those that arrived by `end`. */
function left(back: readonly BackEntry[], name: string, end: number): readonly Joined[] {
  const values = standing(back, name, end, true)
  // Most decisions have nothing of most names, and a measure asks a million of them.
  return values.length === 0 ? nothing : values.map((one) => one.value)
}

interface Standing {
  readonly key: string | undefined
  readonly value: Joined
  readonly at: number
}

/** What is not taken back of what arrived by `end`; of one key only the last where it `replaces`. */
function standing(
  back: readonly BackEntry[],
  name: string,
  end: number,
  replaces: boolean,
): readonly Standing[] {
  let standing: Standing[] = []
  for (const entry of back) {
    if (entry.name !== name) continue
    const { key } = entry
    const value = backValue(entry)
    if (entry.kind === 'retraction') {
      standing = standing.filter((one) => key !== undefined && one.key !== key)
    } else if (value !== undefined && entry.at <= end) {
      if (replaces && key !== undefined) standing = standing.filter((one) => one.key !== key)
      standing.push({ key, value, at: entry.at })
    }
  }
  return standing
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
