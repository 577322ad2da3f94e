import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { duckdbWarehouse } from '@holon/warehouse-duckdb'
import type { Expression, Measure, MeasureQuery } from 'holon'
import { type BenchResult, median } from './result.ts'

const rows = Number(process.env.HOLON_BENCH_ROWS ?? 1_000_000)
const rounds = 7
const budget = '<= 1.3'

const rate = (of: Expression): Measure => ({ op: 'rate', of, decision: 'meter', per: 'decision' })
const half: Expression = { op: 'literal', value: 0.5 }
const query: Omit<MeasureQuery, 'measure'> = {
  system: 's',
  feedback: [{ name: 'useful', kind: 'feedback', keep: 'last' }],
  now: 0,
  slice: { op: 'experience' },
  every: '1 hour',
}

/** The same questions to both: by measure, and as one would write them by hand for the same tables. */
const questions = [
  {
    name: 'rate of decisions, hour by experience',
    measure: rate({ op: 'compare', by: 'ge', left: { op: 'prediction' }, right: half }),
    sql: `SELECT floor(decided_at / 3600000) AS hour, experience, count(*) AS n,
            count(*) FILTER (WHERE predictions[1] >= 0.5) AS high
          FROM decisions WHERE system = 's' AND decision = 'meter' GROUP BY ALL`,
  },
  {
    name: 'rate of joined feedback, hour by experience',
    measure: rate({ op: 'feedback', name: 'useful' }),
    sql: `WITH latest AS (
            SELECT decision, arg_max(truth, position) AS useful FROM back WHERE name = 'useful' GROUP BY decision)
          SELECT floor(decided_at / 3600000) AS hour, experience, count(useful) AS n,
            count(*) FILTER (WHERE useful) AS high
          FROM decisions d LEFT JOIN latest ON latest.decision = d.id
          WHERE d.system = 's' AND d.decision = 'meter' GROUP BY ALL`,
  },
]

/** Thirty days of decisions between three experiences, with feedback for six of ten. */
const fill = [
  `INSERT INTO decisions BY NAME
     SELECT i AS position, 'decision-' || printf('%024d', i) AS id, 1.7e12 + i * (30 * 864e5 / ${rows}) AS decided_at,
       's' AS system, 'meter' AS decision, 'p' || (i % 50000) AS person,
       ['nothing', 'meter', 'review'][1 + (hash(i) % 3)::INTEGER] AS experience, 'meter' AS wanted, 0.5 AS propensity,
       0 AS cost, 1.5 AS latency, FALSE AS degraded, ['audit-risk'] AS models,
       [(hash(i + 1) % 1000)::DOUBLE / 1000] AS predictions, []::VARCHAR[] AS guardrails, '{"region": "north"}' AS context
     FROM range(1, ${rows + 1}) r(i)`,
  `INSERT INTO back BY NAME
     SELECT ${rows} + i AS position, 'decision-' || printf('%024d', i) AS decision, 1.7e12 AS arrived_at,
       'useful' AS name, hash(i + 2) % 4 > 0 AS truth
     FROM range(1, ${rows + 1}) r(i) WHERE hash(i + 3) % 10 < 6`,
]

/** CPU milliseconds of hour-by-experience questions to the warehouse over those of DuckDB itself on a copy of the file. */
export async function run(): Promise<BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'holon-bench-'))
  try {
    const [file, copy] = [join(folder, 'subject.duckdb'), join(folder, 'peer.duckdb')]
    await (await duckdbWarehouse({ file })).close()
    await withConnection(file, async (ask) => {
      for (const sql of fill) await ask(sql)
    })
    await copyFile(file, copy)
    const warehouse = await duckdbWarehouse({ file })
    const results = await withConnection(copy, async (ask) => {
      const found: BenchResult[] = []
      for (const { name, measure, sql } of questions)
        found.push(
          await compared(
            name,
            () => warehouse.answer({ ...query, measure }),
            () => ask(sql),
          ),
        )
      return found
    })
    await warehouse.close()
    return results
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function withConnection<T>(file: string, use: (ask: (sql: string) => Promise<unknown>) => Promise<T>) {
  const instance = await DuckDBInstance.create(file, { memory_limit: '1GB' })
  const connection = await instance.connect()
  try {
    return await use(async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS())
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

async function compared(
  name: string,
  subject: () => Promise<unknown>,
  peer: () => Promise<unknown>,
): Promise<BenchResult> {
  const [mine, theirs] = [[] as number[], [] as number[]]
  for (let round = 0; round <= rounds; round++) {
    const [a, b] = [await processorTime(subject), await processorTime(peer)]
    // The first round warms the caches of both.
    if (round > 0) {
      mine.push(a)
      theirs.push(b)
    }
  }
  const [ours, peers] = [median(mine), median(theirs)]
  return {
    name: `warehouse, ${rows.toLocaleString('en')} rows: ${name}`,
    unit: 'CPU ms',
    subject: ours,
    peer: 'hand-written DuckDB SQL',
    peerValue: peers,
    ratio: ours / peers,
    budget,
    higherIsBetter: false,
  }
}

async function processorTime(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
