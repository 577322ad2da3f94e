import { parentPort, workerData } from 'node:worker_threads'
import { sqliteLogReader } from '@holon/log-sqlite'
import { duckdbWarehouse, type Notice } from '@holon/warehouse-duckdb'
import { HolonError, type MeasureQuery, projectLog, type Stored } from 'holon'

/** What the thread is started with. */
export interface WarehouseData {
  readonly log: string
  readonly warehouse: string
}

/** What the thread is asked, by name, and what `catchUp` is told about an earlier question. */
export type WarehouseAsk =
  | { readonly ask: number; readonly name: 'project'; readonly input: readonly Stored[] }
  | { readonly ask: number; readonly name: 'position' | 'catchUp' | 'close'; readonly input?: undefined }
  | { readonly ask: number; readonly name: 'answer'; readonly input: MeasureQuery }
  | { readonly stop: number }

/** What it says. Question 0 is that for opening. */
export type WarehouseSays =
  | { readonly ask: number; readonly value: unknown }
  | { readonly ask: number; readonly failure: Failure }
  | { readonly ask: number; readonly position: number; readonly last: number }
  | { readonly notice: Notice }

/** An error on its way between threads. */
export interface Failure extends Pick<HolonError, 'code' | 'message' | 'fix'> {}

const port = parentPort
const files = workerData as WarehouseData
const say = (words: WarehouseSays): void => port?.postMessage(words)
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
  const log = sqliteLogReader(files.log)
  const warehouse = await duckdbWarehouse({
    file: files.warehouse,
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
      case 'position':
        return warehouse.position()
      case 'catchUp':
        return catchUp(asked.ask)
      case 'close':
        for (const stop of stops.values()) stop.abort()
        return Promise.all([warehouse.close(), log.close()])
    }
  }

  port?.on('message', async (asked: WarehouseAsk) => {
    if ('stop' in asked) return stops.get(asked.stop)?.abort()
    await settle(asked.ask, () => work(asked))
    if (asked.name === 'close') port?.close()
  })
}

await settle(0, serve)
