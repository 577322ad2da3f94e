import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Notice } from '@holon/warehouse-duckdb'
import { type CatchUpProgress, type FeedbackShape, HolonError, type Warehouse } from 'holon'
import type { Failure, WarehouseAsk, WarehouseData, WarehouseSays } from './warehouse.thread.ts'

interface Asked {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: HolonError) => void
  readonly progress?: CatchUpProgress
}

/** A thread that ended is not started again before so many milliseconds have passed since its start. */
const rest = 5000

/** How a warehouse thread is started. */
export interface FollowingOptions extends WarehouseData {
  readonly onNotice: (notice: Notice) => void
}

/**
 * The DuckDB warehouse in a thread of its own, which reads the log by itself: however many entries there are, deciding
 * does not wait for them. A thread that ends fails what it was asked; the next question starts it again. It does not keep
 * the process alive while nothing is asked.
 *
 * @throws HolonError `warehouse-unavailable` as `duckdbWarehouse`
 */
export async function followingWarehouse(options: FollowingOptions): Promise<Warehouse> {
  const thread = new WarehouseThread(options)
  await thread.start()
  return {
    project: (entries) => thread.ask({ name: 'project', input: entries }),
    position: () => thread.ask({ name: 'position' }),
    answer: (query) =>
      thread.ask({ name: 'answer', input: { ...query, feedback: query.feedback.map(shapeOf) } }),
    catchUp: (progress, signal) => thread.ask({ name: 'catchUp' }, { progress, signal }),
    close: () => thread.close(),
  }
}

/** The declared feedback without its schema, which holds functions and does not cross to a thread. */
function shapeOf({ name, kind, keep, within, otherwise }: FeedbackShape): FeedbackShape {
  return {
    ...{ name, kind, keep },
    ...(within !== undefined && { within }),
    ...(otherwise !== undefined && { otherwise }),
  }
}

type Question<T = WarehouseAsk> = T extends { readonly ask: number } ? Omit<T, 'ask'> : never

class WarehouseThread {
  readonly #options: FollowingOptions
  readonly #asked = new Map<number, Asked>()
  #worker: Worker | undefined
  #number = 0
  #notBefore = 0
  #starting: Promise<void> | undefined
  #closing: Promise<void> | undefined

  constructor(options: FollowingOptions) {
    this.#options = options
  }

  /** Resolves when the file is open. */
  start(): Promise<void> {
    const worker = new Worker(new URL(`./warehouse.thread${extname(import.meta.url)}`, import.meta.url), {
      workerData: { log: this.#options.log, warehouse: this.#options.warehouse } satisfies WarehouseData,
    })
    let cause: unknown
    this.#worker = worker
    this.#notBefore = performance.now() + rest
    worker.on('message', (said: WarehouseSays) => this.#hear(said))
    worker.on('error', (error) => {
      cause = error
    })
    worker.on('exit', () => this.#ended(worker, cause))
    return new Promise<void>((resolve, reject) => {
      this.#asked.set(0, { resolve: () => resolve(), reject })
    })
  }

  async ask<T>(
    question: Question,
    following?: { progress: CatchUpProgress; signal: AbortSignal },
  ): Promise<T> {
    if (this.#closing !== undefined) throw this.#closed()
    if (this.#worker === undefined) this.#starting = this.#restart()
    await this.#starting
    return this.#post(question, following)
  }

  /** Ends the thread once its file is closed. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    const worker = this.#worker
    if (worker === undefined) return
    const ended = new Promise((resolve) => worker.once('exit', resolve))
    await this.#post({ name: 'close' })
    await ended
  }

  async #restart(): Promise<void> {
    if (performance.now() < this.#notBefore) throw this.#stopped()
    await this.start()
  }

  #post<T>(question: Question, following?: { progress: CatchUpProgress; signal: AbortSignal }): Promise<T> {
    const ask = ++this.#number
    const worker = this.#worker
    const stop = () => worker?.postMessage({ stop: ask } satisfies WarehouseAsk)
    const signal = following?.signal
    return new Promise<T>((resolve, reject) => {
      worker?.postMessage({ ...question, ask })
      this.#asked.set(ask, { resolve: (value) => resolve(value as T), reject, ...following })
      worker?.ref()
      if (signal?.aborted === true) stop()
      signal?.addEventListener('abort', stop, { once: true })
    }).finally(() => signal?.removeEventListener('abort', stop))
  }

  #hear(said: WarehouseSays): void {
    if ('notice' in said) this.#options.onNotice(said.notice)
    else if ('position' in said) this.#asked.get(said.ask)?.progress?.(said.position, said.last)
    else this.#settle(said)
  }

  #settle(said: Extract<WarehouseSays, { value: unknown } | { failure: Failure }>): void {
    const asked = this.#asked.get(said.ask)
    this.#asked.delete(said.ask)
    if (this.#asked.size === 0 && this.#closing === undefined) this.#worker?.unref()
    if ('failure' in said) this.#failed(said.ask, errorOf(said.failure), asked)
    else asked?.resolve(said.value)
  }

  /** One that could not open its file is of no use. */
  #failed(ask: number, error: HolonError, asked: Asked | undefined): void {
    if (ask === 0) this.#worker = undefined
    asked?.reject(error)
  }

  #ended(worker: Worker, cause: unknown): void {
    if (this.#worker !== worker) return
    this.#worker = undefined
    const error = this.#stopped(cause)
    const all = [...this.#asked.values()]
    this.#asked.clear()
    for (const { reject } of all) reject(error)
  }

  #stopped(cause?: unknown): HolonError {
    return new HolonError(
      'warehouse-unavailable',
      `The thread that holds the warehouse ${this.#options.warehouse} ended unexpectedly.`,
      'Ask again in a moment: it is started once more and goes on where it was. More memory may help.',
      { cause },
    )
  }

  #closed(): HolonError {
    return new HolonError(
      'warehouse-unavailable',
      `The warehouse ${this.#options.warehouse} is closed.`,
      'Open it again.',
    )
  }
}

function errorOf({ code, message, fix }: Failure): HolonError {
  return new HolonError(code, message, fix)
}
