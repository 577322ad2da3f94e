import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { extname } from 'node:path'
import type { Notice } from '@holon/warehouse-duckdb'
import { type ArmsQuery, type CatchUpProgress, type FeedbackShape, HolonError, type Warehouse } from 'holon'
import { startProcess } from './own-process.ts'
import type { Failure, WarehouseAsk, WarehouseSays } from './warehouse.process.ts'

interface Asked {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: HolonError) => void
  readonly progress?: CatchUpProgress
}

/** A process that ended is not started again before so many milliseconds have passed since its start. */
const rest = 5000

/** What cannot be said any more was asked of one that has ended; that is told by its end. */
const unheard = (): void => undefined

/** How a following warehouse is started. */
export interface FollowingOptions {
  /** The files of the log that it follows, and of the warehouse. */
  readonly log: string
  readonly warehouse: string
  readonly onNotice: (notice: Notice) => void
}

/**
 * The DuckDB warehouse in a process of its own, which reads the log by itself: however many entries there are, deciding
 * does not wait for them, and a crash of the database does not reach who decides. When it ends, what it was asked fails;
 * the next question starts it again. It does not keep this process alive while nothing is asked, and ends with it.
 *
 * @throws HolonError `warehouse-unavailable` as `duckdbWarehouse`
 */
export async function followingWarehouse(options: FollowingOptions): Promise<Warehouse> {
  const process = new WarehouseProcess(options)
  await process.start()
  return {
    project: (entries) => process.ask({ name: 'project', input: entries }),
    position: () => process.ask({ name: 'position' }),
    answer: (query) => process.ask({ name: 'answer', input: withShapes(query) }),
    arms: (query) => process.ask({ name: 'arms', input: ofArms(query) }),
    sql: (asked) =>
      process.ask({
        name: 'sql',
        input: 'arms' in asked ? { arms: ofArms(asked.arms) } : { answer: withShapes(asked.answer) },
      }),
    catchUp: (progress, signal) => process.ask({ name: 'catchUp' }, { progress, signal }),
    close: () => process.close(),
  }
}

const withShapes = <T extends { readonly feedback: readonly FeedbackShape[] }>(asked: T): T => ({
  ...asked,
  feedback: asked.feedback.map(shapeOf),
})

const ofArms = (query: ArmsQuery): ArmsQuery => ({ ...query, measures: query.measures.map(withShapes) })

/** The declared feedback without its schema, which holds functions and does not cross to a process. */
function shapeOf({ name, kind, keep, within, otherwise, soFar }: FeedbackShape): FeedbackShape {
  return {
    ...{ name, kind, keep },
    ...(within !== undefined && { within }),
    ...(otherwise !== undefined && { otherwise }),
    ...(soFar !== undefined && { soFar }),
  }
}

type Question<T = WarehouseAsk> = T extends { readonly ask: number } ? Omit<T, 'ask'> : never

class WarehouseProcess {
  readonly #options: FollowingOptions
  readonly #asked = new Map<number, Asked>()
  #child: ChildProcess | undefined
  #number = 0
  #notBefore = 0
  #starting: Promise<void> | undefined
  #closing: Promise<void> | undefined

  constructor(options: FollowingOptions) {
    this.#options = options
  }

  /** Resolves when the file is open. */
  async start(): Promise<void> {
    const child = this.#spawn()
    this.#child = child
    this.#notBefore = performance.now() + rest
    child.on('message', (said) => {
      if (this.#child === child) this.#hear(said as WarehouseSays)
    })
    child.once('error', (cause) => this.#ended(child, this.#stopped('was not started', cause)))
    // Unlike `exit`, it comes after the last words.
    child.once('close', (code, signal) =>
      this.#ended(child, this.#stopped(`ended unexpectedly (${signal ?? code})`)),
    )
    await new Promise<unknown>((resolve, reject) => this.#asked.set(0, { resolve, reject }))
  }

  #spawn(): ChildProcess {
    const { log, warehouse } = this.#options
    const file = new URL(`./warehouse.process${extname(import.meta.url)}`, import.meta.url)
    try {
      return startProcess(file, [log, warehouse])
    } catch (cause) {
      throw this.#stopped('was not started', cause)
    }
  }

  async ask<T>(
    question: Question,
    following?: { progress: CatchUpProgress; signal: AbortSignal },
  ): Promise<T> {
    if (this.#closing !== undefined) throw this.#closed()
    if (this.#child === undefined) this.#starting = this.#restart()
    await this.#starting
    return this.#post(question, following)
  }

  /** Ends the process once its file is closed. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    const child = this.#child
    if (child === undefined) return
    const ended = once(child, 'exit')
    await this.#post({ name: 'close' })
    child.disconnect()
    await ended
  }

  async #restart(): Promise<void> {
    if (performance.now() < this.#notBefore) throw this.#stopped('ended a moment ago')
    await this.start()
  }

  #post<T>(question: Question, following?: { progress: CatchUpProgress; signal: AbortSignal }): Promise<T> {
    const ask = ++this.#number
    const child = this.#child
    const send = (asked: WarehouseAsk) => child?.send(asked, unheard)
    const stop = () => send({ stop: ask })
    const signal = following?.signal
    return new Promise<T>((resolve, reject) => {
      send({ ...question, ask })
      this.#asked.set(ask, { resolve: (value) => resolve(value as T), reject, ...following })
      child?.ref()
      child?.channel?.ref()
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
    if (this.#asked.size === 0 && this.#closing === undefined) this.#rest()
    if ('failure' in said) this.#failed(said.ask, errorOf(said.failure), asked)
    else asked?.resolve(said.value)
  }

  /** Nothing is asked: no reason for this process to stay. */
  #rest(): void {
    this.#child?.unref()
    this.#child?.channel?.unref()
  }

  #failed(ask: number, error: HolonError, asked: Asked | undefined): void {
    if (ask === 0) this.#letGo()
    asked?.reject(error)
  }

  /** One that could not open its file is of no use. */
  #letGo(): void {
    this.#child?.disconnect()
    this.#child = undefined
  }

  #ended(child: ChildProcess, error: HolonError): void {
    if (this.#child !== child) return
    this.#child = undefined
    const all = [...this.#asked.values()]
    this.#asked.clear()
    for (const { reject } of all) reject(error)
  }

  #stopped(how: string, cause?: unknown): HolonError {
    return new HolonError(
      'warehouse-unavailable',
      `The process that holds the warehouse ${this.#options.warehouse} ${how}.`,
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
