import { sqliteLogReader } from '@holon/log-sqlite'
import { duckdbWarehouse, type Notice } from '@holon/warehouse-duckdb'
import {
  type ArmsQuery,
  HolonError,
  type MeasureQuery,
  projectLog,
  type Stored,
  type WarehouseAsked,
} from 'holon'
import { endWithParent } from './own-process.ts'

/** What the process is asked, by name, and what `catchUp` is told about an earlier question. */
export type WarehouseAsk =
  | { readonly ask: number; readonly name: 'project'; readonly input: readonly Stored[] }
  | { readonly ask: number; readonly name: 'position' | 'catchUp' | 'close'; readonly input?: undefined }
  | { readonly ask: number; readonly name: 'answer'; readonly input: MeasureQuery }
  | { readonly ask: number; readonly name: 'arms'; readonly input: ArmsQuery }
  | { readonly ask: number; readonly name: 'sql'; readonly input: WarehouseAsked }
  | { readonly stop: number }

/** What it says. Question 0 is that for opening. */
export type WarehouseSays =
  | { readonly ask: number; readonly value: unknown }
  | { readonly ask: number; readonly failure: Failure }
  | { readonly ask: number; readonly position: number; readonly last: number }
  | { readonly notice: Notice }

/** An error on its way between processes. */
export interface Failure extends Pick<HolonError, 'code' | 'message' | 'fix'> {}

/** It is started with the paths of the log and of the warehouse. */
const [logFile = '', file = ''] = process.argv.slice(2)
/** Nobody is there to be told that nobody hears. */
const say = (words: WarehouseSays): void => void process.send?.(words, undefined, undefined, () => undefined)
const stops = new Map<number, AbortController>()

async function settle(ask: number, work: () => unknown): Promise<void> {
  try {
    say({ ask, value: await work() })
  } catch (error) {
    say({ ask, failure: failureOf(error) })
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof HolonError) return { code: error.code, message: error.message, fix: error.fix }
  return { code: 'internal', message: String(error), fix: 'Try again.' }
}

async function serve(): Promise<void> {
  const log = sqliteLogReader(logFile)
  const warehouse = await duckdbWarehouse({
    file,
    memory: '256MB',
    onNotice: (notice) => say({ notice }),
  })

  async function catchUp(ask: number): Promise<void> {
    const stop = new AbortController()
    stops.set(ask, stop)
    const tell = (position: number, last: number): void => say({ ask, position, last })
    await projectLog(log, warehouse, tell, stop.signal).finally(() => stops.delete(ask))
  }

  function work(asked: Exclude<WarehouseAsk, { stop: number }>): unknown {
    switch (asked.name) {
      case 'project':
        return warehouse.project(asked.input)
      case 'answer':
        return warehouse.answer(asked.input)
      case 'arms':
        return warehouse.arms(asked.input)
      case 'sql':
        return warehouse.sql?.(asked.input)
      case 'position':
        return warehouse.position()
      case 'catchUp':
        return catchUp(asked.ask)
      case 'close':
        for (const stop of stops.values()) stop.abort()
        return Promise.all([warehouse.close(), log.close()])
    }
  }

  process.on('message', (asked: WarehouseAsk) => {
    if ('stop' in asked) stops.get(asked.stop)?.abort()
    else void settle(asked.ask, () => work(asked))
  })
}

endWithParent()
await settle(0, serve)
