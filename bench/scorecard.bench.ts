import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { duckdbWarehouse } from '@holon/warehouse-duckdb'
import type { ArmAnswer } from 'holon'
import { type BenchResult, median } from './result.ts'
import { byHand } from './scorecard/by-hand.ts'
import { fill } from './scorecard/fill.ts'
import { goals, query } from './scorecard/goals.ts'

const rows = Number(process.env.HOLON_BENCH_ROWS ?? 10_000_000)
const rounds = Number(process.env.HOLON_BENCH_ROUNDS ?? 3)
const budget = '<= 1.5'

/** CPU milliseconds of a scorecard of twenty goals in the warehouse over those of DuckDB itself on a copy of the file. */
export async function run(): Promise<BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'holon-bench-'))
  try {
    const [file, copy] = [join(folder, 'subject.duckdb'), join(folder, 'peer.duckdb')]
    await (await duckdbWarehouse({ file })).close()
    await withConnection(file, async (connection) => {
      for (const sql of fill(rows)) await connection.run(sql)
    })
    await copyFile(file, copy)
    const warehouse = await duckdbWarehouse({ file })
    const result = await withConnection(copy, (connection) =>
      compared(
        () => warehouse.arms(query),
        async () => {
          const answers: Row[][] = []
          for (const sql of byHand) answers.push((await connection.runAndReadAll(sql)).getRowObjectsJS())
          return answers.flat()
        },
      ),
    )
    await warehouse.close()
    return [result]
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function withConnection<T>(file: string, use: (connection: DuckDBConnection) => Promise<T>) {
  const instance = await DuckDBInstance.create(file, { memory_limit: '1GB' })
  const connection = await instance.connect()
  try {
    return await use(connection)
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

type Row = Readonly<Record<string, unknown>>

/** Both must have found the same numerators after and before. */
function mustAgree(found: readonly ArmAnswer[], rows: readonly Row[]): void {
  const points = [...new Set(goals.map(({ measure }) => measure.decision))]
  for (const { arm, statistics } of found)
    for (const [place, point] of points.entries()) {
      const row = rows.filter((row) => row.arm === arm && 'x0' in row)[place]
      const here = statistics.filter((_, i) => goals[i]?.measure.decision === point)
      for (const [i, one] of here.entries()) {
        const [x = 0, , p = 0] = one.kind === 'units' ? one.units.sums : []
        mustBeNear(row?.[`x${i}`], x)
        mustBeNear(row?.[`p${i}`], p)
      }
    }
}

function mustBeNear(byHand: unknown, found: number): void {
  if (!(Math.abs(Number(byHand) - found) <= 1e-9 * Math.abs(found)))
    throw new Error(`By hand a sum is ${byHand}, in the warehouse ${found}.`)
}

async function compared(
  subject: () => Promise<readonly ArmAnswer[]>,
  peer: () => Promise<readonly Row[]>,
): Promise<BenchResult> {
  const [mine, theirs] = [[] as number[], [] as number[]]
  for (let round = 0; round < rounds; round++) {
    const [found, written] = [await processorTime(subject), await processorTime(peer)]
    mustAgree(found.answer, written.answer)
    mine.push(found.milliseconds)
    theirs.push(written.milliseconds)
  }
  const [ours, peers] = [median(mine), median(theirs)]
  return {
    name: `scorecard of ${goals.length} goals, ${rows.toLocaleString('en')} decisions`,
    unit: 'CPU ms',
    subject: ours,
    peer: 'hand-written DuckDB SQL',
    peerValue: peers,
    ratio: ours / peers,
    budget,
    higherIsBetter: false,
  }
}

async function processorTime<T>(work: () => Promise<T>): Promise<{ milliseconds: number; answer: T }> {
  const before = process.cpuUsage()
  const answer = await work()
  const { user, system } = process.cpuUsage(before)
  return { milliseconds: (user + system) / 1000, answer }
}
