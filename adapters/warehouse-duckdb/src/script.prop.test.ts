import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import {
  type ArmAnswer,
  type ArmStatistics,
  type ArmsQuery,
  estimate,
  type Measure,
  type MeasureAnswer,
  type MeasureQuery,
  type Stored,
} from 'holon'
import { memoryWarehouse } from 'holon/memory'
import { expect, it } from 'vitest'
import { armsQuestion } from './arms-question.fixture.ts'
import { stretchColumn } from './compile.ts'
import { log } from './log.fixture.ts'
import { question } from './question.fixture.ts'
import { sliceOf } from './slice.ts'
import type { ResultRow } from './summary.ts'
import { duckdbWarehouse } from './warehouse.ts'

/** How often logs are drawn: each is a file of its own. */
const runs = { numRuns: 6, endOnFailure: true }

/** What anybody finds who runs scripts on the file of a warehouse that holds these entries: all rows of each script. */
async function found(
  entries: readonly Stored[],
  asked: readonly ({ readonly answer: MeasureQuery } | { readonly arms: ArmsQuery })[],
): Promise<readonly (readonly ResultRow[])[]> {
  const folder = await mkdtemp(join(tmpdir(), 'holon-script-'))
  try {
    const file = join(folder, 'warehouse.duckdb')
    const warehouse = await duckdbWarehouse({ file })
    await warehouse.project(entries)
    const scripts = await Promise.all(asked.map(async (one) => (await warehouse.sql?.(one)) ?? ''))
    await warehouse.close()
    const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' })
    const rows: ResultRow[][] = []
    for (const script of scripts) rows.push(await rowsOf(instance, script))
    instance.closeSync()
    return rows
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function rowsOf(instance: DuckDBInstance, script: string): Promise<ResultRow[]> {
  const connection = await instance.connect()
  const statements = await connection.extractStatements(script)
  const rows: ResultRow[] = []
  for (let i = 0; i < statements.count; i++) {
    const statement = await statements.prepare(i)
    const own = (await statement.runAndReadAll()).getRowObjectsJS()
    if (!('Count' in (own[0] ?? {}))) rows.push(...own)
    statement.destroySync()
  }
  connection.closeSync()
  return rows
}

/** Equal but for rounding in sums of another order. */
function expectNear(value: unknown, expected: number | null, scale = 1): void {
  if (expected === null || typeof value !== 'number') expect(value).toBe(expected)
  else if (!(Math.abs(value - expected) <= 1e-9 * Math.max(scale, Math.abs(expected))))
    expect(value).toBe(expected)
}

const place = (...parts: readonly unknown[]): string => JSON.stringify(parts)

it('a script finds in the file the numbers that are shown', async () => {
  await fc.assert(
    fc.asyncProperty(log, fc.array(question, { minLength: 10, maxLength: 10 }), async (entries, asked) => {
      const slow = memoryWarehouse()
      await slow.project(entries)
      const all = await found(
        entries,
        asked.map((answer) => ({ answer })),
      )
      for (const [i, query] of asked.entries()) {
        const answers = await slow.answer(query)
        const rows = new Map(
          (all[i] ?? []).map((row) => [place(sliceOf(row), row[stretchColumn] ?? null), row.value]),
        )
        expect(rows.size).toBe(answers.length)
        for (const one of answers)
          expectNear(rows.get(place(one.slice, one.from ?? null)), shown(query, one), 1e200 * hugeness(query))
      }
    }),
    runs,
  )
})

const shown = ({ measure }: MeasureQuery, { statistics }: MeasureAnswer): number | null =>
  estimate(measure, statistics).value

/** Sums of numbers as large as 1e200 leave rounding of that size behind. */
const hugeness = (query: MeasureQuery | ArmsQuery): number =>
  JSON.stringify(query).includes('1e+200') ? 1 : 0

it('a script finds the number of every arm', async () => {
  await fc.assert(
    fc.asyncProperty(log, fc.array(armsQuestion, { minLength: 8, maxLength: 8 }), async (entries, asked) => {
      const slow = memoryWarehouse()
      await slow.project(entries)
      const all = await found(
        entries,
        asked.map((arms) => ({ arms })),
      )
      for (const [i, query] of asked.entries()) {
        const rows = Map.groupBy(all[i] ?? [], (row) => place(row.arm, sliceOf(row), row.stretch))
        for (const answer of await slow.arms(query)) {
          const own: ResultRow = Object.assign(
            {},
            ...(rows.get(place(answer.arm, answer.slice, answer.stretch ?? 0)) ?? []),
          )
          for (const [at, { measure }] of query.measures.entries())
            expectNear(own[`value_${at}`], ofArm(measure, answer, at), 1e200 * hugeness(query))
        }
      }
    }),
    runs,
  )
})

function ofArm(measure: Measure, { statistics }: ArmAnswer, at: number): number | null {
  const own = statistics[at] as ArmStatistics
  if (own.kind === 'rows') return estimate(measure, own.rows).value
  const { n, sums } = own.units
  const under = measure.op === 'count' || measure.op === 'sum' ? n : sums[1]
  return under === 0 ? null : sums[0] / under
}
