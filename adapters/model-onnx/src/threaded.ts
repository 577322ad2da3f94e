import type { Worker } from 'node:worker_threads'
import { HolonError } from 'holon'
import { invalid } from './invalid.ts'
import type { WorkerAnswer, WorkerAsk } from './session.thread.ts'

/** Outputs of one run, and how long it took in its thread. */
export interface Ran {
  readonly outputs: number[] | string[]
  readonly milliseconds: number
}

interface Pending {
  readonly ask: WorkerAsk
  readonly resolve: (ran: Ran) => void
  readonly reject: (error: unknown) => void
}

/** After so many deaths without an answer between them, a worker is given time before it is started again. */
const patience = 3
const longestWait = 60_000

/**
 * Runs a graph in a thread of its own, one row after the other. A worker that dies fails the call it was on and is
 * started again for the next one; one that keeps dying is given ever more time, and calls fail at once meanwhile.
 */
export class ThreadedRunner {
  readonly #start: () => Worker
  readonly #waiting: Pending[] = []
  #worker: Worker | undefined
  #ready = false
  #current: Pending | undefined
  #deaths = 0
  #notBefore = 0
  #opened = Promise.withResolvers<number>()

  constructor(start: () => Worker) {
    this.#start = start
    this.#opened.promise.catch(() => {})
    this.#begin()
  }

  /** Resolves when the graph is open, with the milliseconds that took. @throws HolonError `model-invalid` when it cannot be opened */
  opened(): Promise<number> {
    return this.#opened.promise
  }

  /**
   * Runs one row after those asked for before. Rejects with the reason of `signal` as soon as it aborts.
   *
   * @throws HolonError `model-mismatch` when onnxruntime refuses the row, `internal` when the worker died
   */
  run(ask: WorkerAsk, signal?: AbortSignal): Promise<Ran> {
    signal?.throwIfAborted()
    return new Promise((resolve, reject) => {
      const pending = { ask, resolve, reject }
      this.#waiting.push(pending)
      signal?.addEventListener('abort', () => this.#abandon(pending, signal.reason), { once: true })
      this.#next()
    })
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    this.#failAll(new HolonError('internal', 'the model was closed', 'Open it again.'))
    await worker?.terminate()
  }

  #begin(): void {
    const worker = this.#start()
    this.#worker = worker
    this.#ready = false
    worker.on('message', (answer: WorkerAnswer) => this.#hear(worker, answer))
    worker.on('error', (error) => this.#mourn(worker, error.message))
    worker.on('exit', (code) => this.#mourn(worker, `it ended with code ${code}`))
  }

  #next(): void {
    if (this.#current !== undefined || this.#waiting.length === 0) return
    if (this.#worker === undefined) {
      if (Date.now() < this.#notBefore) {
        this.#failAll(died('it keeps dying'))
        return
      }
      this.#begin()
    }
    if (!this.#ready) return
    this.#current = this.#waiting.shift()
    this.#worker?.ref()
    this.#worker?.postMessage(this.#current?.ask)
  }

  #hear(worker: Worker, answer: WorkerAnswer): void {
    if (worker !== this.#worker) return
    if ('ready' in answer) {
      this.#ready = true
      this.#opened.resolve(answer.milliseconds)
    } else if (!this.#ready && 'problem' in answer) {
      const error = invalid(`onnxruntime cannot open the model: ${answer.problem}`)
      this.#opened.reject(error)
      this.#failAll(error)
    } else {
      const pending = this.#current
      this.#current = undefined
      this.#deaths = 0
      if ('problem' in answer) pending?.reject(refused(answer.problem))
      else if ('outputs' in answer) pending?.resolve(answer)
    }
    // An idle worker does not keep a process alive.
    if (this.#current === undefined) worker.unref()
    this.#next()
  }

  #mourn(worker: Worker, how: string): void {
    if (worker !== this.#worker) return
    this.#worker = undefined
    this.#deaths++
    if (this.#deaths >= patience) {
      this.#notBefore = Date.now() + Math.min(longestWait, 100 * 2 ** this.#deaths)
    }
    const error = died(how)
    this.#opened.reject(error)
    this.#current?.reject(error)
    this.#current = undefined
    this.#next()
  }

  #abandon(pending: Pending, reason: unknown): void {
    const place = this.#waiting.indexOf(pending)
    if (place >= 0) this.#waiting.splice(place, 1)
    pending.reject(reason)
  }

  #failAll(error: HolonError): void {
    this.#current?.reject(error)
    this.#current = undefined
    for (const pending of this.#waiting.splice(0)) pending.reject(error)
  }
}

/** The error for a row that onnxruntime refuses. */
export function refused(problem: string): HolonError {
  return new HolonError(
    'model-mismatch',
    `onnxruntime cannot run the model on this row: ${problem}`,
    'Check the features against what the model was trained on.',
  )
}

function died(how: string): HolonError {
  return new HolonError(
    'internal',
    `the thread that runs the model died: ${how}`,
    'Call again: it is started anew. If it keeps dying, look for a lack of memory or run the model on a model server.',
  )
}
