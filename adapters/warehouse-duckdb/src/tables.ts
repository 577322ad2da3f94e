import { BIGINT, BOOLEAN, DOUBLE, type DuckDBType, LIST, VARCHAR } from '@duckdb/node-api'

/** Grows with every change of the tables below: a file of another version is set aside and made anew. */
export const tablesVersion = 3

type Table = Readonly<Record<string, DuckDBType>>

/** A row for each decision. Lists are in step: the first model said the first prediction, of the first flight it met the first arm. */
export const decisions = {
  position: BIGINT,
  id: VARCHAR,
  decided_at: DOUBLE,
  system: VARCHAR,
  decision: VARCHAR,
  person: VARCHAR,
  episode: VARCHAR,
  experience: VARCHAR,
  wanted: VARCHAR,
  propensity: DOUBLE,
  cost: DOUBLE,
  latency: DOUBLE,
  degraded: BOOLEAN,
  models: LIST(VARCHAR),
  predictions: LIST(DOUBLE),
  guardrails: LIST(VARCHAR),
  /** Only flights whose arms could have differed; NULL where there are none. */
  flights: LIST(VARCHAR),
  arms: LIST(VARCHAR),
  /** JSON text; NULL where nothing was audited. */
  audits: VARCHAR,
  /** JSON text. */
  context: VARCHAR,
} as const satisfies Table

/** A row for each value that came back and stands. One that is not a number, text or boolean has NULL in all three. */
export const back = {
  position: BIGINT,
  decision: VARCHAR,
  arrived_at: DOUBLE,
  name: VARCHAR,
  key: VARCHAR,
  number: DOUBLE,
  text: VARCHAR,
  truth: BOOLEAN,
} as const satisfies Table

/** Retractions of the batch that is being projected; they take effect at once and leave nothing. */
export const retractions = {
  position: BIGINT,
  decision: VARCHAR,
  name: VARCHAR,
  key: VARCHAR,
} as const satisfies Table

/** Statements that make an empty warehouse. */
export const makeTables: readonly string[] = [
  create('decisions', decisions),
  create('back', back),
  'CREATE TABLE holon_warehouse (version INTEGER, position BIGINT)',
  `INSERT INTO holon_warehouse VALUES (${tablesVersion}, 0)`,
]

/** For every connection that projects. */
export const makeStaging = create('retractions', retractions).replace('CREATE', 'CREATE TEMPORARY')

/** Takes back what the staged retractions are about. */
export const applyRetractions = `DELETE FROM back USING retractions r
WHERE back.decision = r.decision AND back.name = r.name AND back.position < r.position
  AND (r.key IS NULL OR back.key = r.key)`

function create(name: string, table: Table): string {
  const columns = Object.entries(table).map(([column, type]) => `${column} ${type}`)
  return `CREATE TABLE ${name} (${columns.join(', ')})`
}
