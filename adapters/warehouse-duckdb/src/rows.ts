import { type DuckDBValue, listValue } from '@duckdb/node-api'
import { type BackEntry, backValue, type DecisionEntry, latencyOf, type Stored } from 'holon'
import type { back, decisions, retractions } from './tables.ts'

type Row<Table> = Readonly<Record<keyof Table, DuckDBValue>>

/** What a batch of entries adds to each table. */
export interface Rows {
  readonly decisions: readonly Row<typeof decisions>[]
  readonly back: readonly Row<typeof back>[]
  readonly retractions: readonly Row<typeof retractions>[]
}

/** Sorts entries into rows. Only what is public goes in; entries that say nothing to a measure are passed over. */
export function rowsOf(entries: readonly Stored[]): Rows {
  const rows = {
    decisions: [] as Row<typeof decisions>[],
    back: [] as Row<typeof back>[],
    retractions: [] as Row<typeof retractions>[],
  }
  for (const { position, entry } of entries) {
    if (entry.kind === 'event') continue
    if (entry.kind === 'decision') rows.decisions.push(decisionRow(BigInt(position), entry))
    else if (entry.kind === 'retraction') rows.retractions.push(retractionRow(BigInt(position), entry))
    else {
      const row = backRow(BigInt(position), entry)
      if (row !== undefined) rows.back.push(row)
    }
  }
  return rows
}

function decisionRow(position: bigint, entry: DecisionEntry): Row<typeof decisions> {
  return {
    position,
    id: entry.id,
    decided_at: entry.at,
    system: entry.system,
    decision: entry.decision,
    person: textOf(entry.person),
    episode: textOf(entry.episode),
    experience: entry.experience,
    wanted: entry.wanted,
    propensity: numberOf(entry.propensity),
    cost: numberOf(entry.cost),
    latency: latencyOf(entry),
    degraded: entry.degraded,
    models: listValue(entry.predictions.map((said) => said.model)),
    predictions: listValue(entry.predictions.map((said) => numberOf(said.value))),
    guardrails: listValue(entry.interventions.map((one) => one.guardrail)),
    ...met(entry),
    audits: entry.audits === undefined ? null : jsonOf(entry.audits),
    context: jsonOf(entry.context),
  }
}

/** The flights that the decision met, and its arms. */
function met({ arms, alike = [] }: DecisionEntry): Pick<Row<typeof decisions>, 'flights' | 'arms'> {
  const flights = Object.keys(arms).filter((flight) => !alike.includes(flight))
  if (flights.length === 0) return { flights: null, arms: null }
  return { flights: listValue(flights), arms: listValue(flights.map((flight) => textOf(arms[flight]))) }
}

function backRow(position: bigint, entry: BackEntry): Row<typeof back> | undefined {
  const value = backValue(entry)
  if (value === undefined) return undefined
  return {
    position,
    decision: entry.decision,
    arrived_at: entry.at,
    name: entry.name,
    key: textOf(entry.key),
    number: numberOf(value),
    text: textOf(value),
    truth: typeof value === 'boolean' ? value : null,
  }
}

function retractionRow(position: bigint, entry: BackEntry): Row<typeof retractions> {
  return { position, decision: entry.decision, name: entry.name, key: textOf(entry.key) }
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** JSON that DuckDB reads: half a surrogate pair, which JSON.stringify leaves as an escape, becomes the replacement character. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value).replaceAll(/\\(?:u(d[89a-f][0-9a-f]{2})|.)/g, (sequence, half?: string) =>
    half === undefined ? sequence : '\ufffd',
  )
}
