import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { SqliteError } from './error.ts'
import type { Answer, Failure, ThreadData } from './serve.ts'

interface Asked {
  resolve(value: unknown): void
  reject(error: SqliteError): void
}

/**
 * A thread that holds a SQLite file, so that a commit blocks nobody else. Questions are answered in the order they were
 * asked. When the thread dies, what was asked is rejected with `stopped` and the next question starts it once more; it
 * stays down when it dies again before it has answered anything.
 *
 * A thread that was asked nothing does not keep the process alive.
 */
export class Thread {
  readonly #script: URL
  readonly #data: ThreadData
  readonly #asked = new Map<number, Asked>()
  #worker: Worker | undefined
  #number = 0
  #deaths = 0
  #closing: Promise<void> | undefined

  /** `script` calls `serve`. */
  constructor(script: URL, data: ThreadData) {
    this.#script = script
    this.#data = data
  }

  /** Starts the thread; resolves when its file is open. @throws SqliteError when it cannot be opened */
  async start(): Promise<void> {
    this.#worker ??= this.#spawn()
    await new Promise<unknown>((resolve, reject) => this.#asked.set(0, { resolve, reject }))
  }

  /** @throws SqliteError */
  ask<T>(name: string, input?: unknown, transfer: readonly ArrayBuffer[] = []): Promise<T> {
    if (this.#closing !== undefined) return Promise.reject(this.#closed())
    if (this.#deaths > 1) return Promise.reject(this.#stopped())
    return this.#post(name, input, transfer) as Promise<T>
  }

  /** Closes the file after everything asked so far is answered. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    const worker = this.#worker
    if (worker === undefined) return
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
    await this.#post('close', undefined, [])
    await ended
  }

  #post(name: string, input: unknown, transfer: readonly ArrayBuffer[]): Promise<unknown> {
    this.#worker ??= this.#spawn()
    const worker = this.#worker
    const ask = ++this.#number
    return new Promise((resolve, reject) => {
      worker.postMessage({ ask, name, input }, transfer)
      this.#asked.set(ask, { resolve, reject })
      if (this.#asked.size === 1) worker.ref()
    })
  }

  #spawn(): Worker {
    const worker = new Worker(this.#script, { workerData: this.#data })
    let cause: unknown
    worker.on('message', (answer: Answer) => this.#answered(answer))
    worker.on('error', (error) => {
      cause = error
    })
    worker.on('exit', () => this.#ended(worker, cause))
    return worker
  }

  #answered(answer: Answer): void {
    if ('ready' in answer) this.#settle(0, ({ resolve }) => resolve(undefined))
    else if (!('failure' in answer)) {
      this.#deaths = 0
      this.#settle(answer.ask, ({ resolve }) => resolve(answer.value))
    } else if (answer.ask !== undefined) {
      const error = errorOf(answer.failure)
      this.#settle(answer.ask, ({ reject }) => reject(error))
    } else {
      this.#worker = undefined
      this.#rejectAll(errorOf(answer.failure))
    }
  }

  #settle(ask: number, how: (asked: Asked) => void): void {
    const asked = this.#asked.get(ask)
    this.#asked.delete(ask)
    if (this.#asked.size === 0 && this.#closing === undefined) this.#worker?.unref()
    if (asked !== undefined) how(asked)
  }

  #ended(worker: Worker, cause: unknown): void {
    if (this.#worker !== worker) return
    this.#worker = undefined
    if (this.#closing === undefined || this.#asked.size > 0) this.#deaths++
    this.#rejectAll(this.#stopped(cause))
  }

  #rejectAll(error: SqliteError): void {
    const all = [...this.#asked.values()]
    this.#asked.clear()
    for (const { reject } of all) reject(error)
  }

  #stopped(cause?: unknown): SqliteError {
    const again =
      this.#deaths > 1 ? 'Open it again, after finding out why' : 'Ask again: it is started once more'
    return new SqliteError(
      'stopped',
      `The thread that holds ${this.#data.file} ended unexpectedly; what was under way may or may not be stored.`,
      `${again}. More memory may help.`,
      cause,
    )
  }

  #closed(): SqliteError {
    return new SqliteError('closed', `${this.#data.file} is closed.`, 'Open it again.')
  }
}

function errorOf({ code, message, fix }: Failure): SqliteError {
  return new SqliteError(code, message, fix)
}

/** The script of a thread beside the module that starts it: TypeScript from source, JavaScript once built. */
export function scriptBeside(module: string, name: string): URL {
  return new URL(`./${name}${extname(module)}`, module)
}
