import type { Worker } from 'node:worker_threads'
import { HolonError } from 'holon'
import { invalid } from './invalid.ts'
import { waitAtExit } from './patience.ts'
import type { ThreadAnswer, ThreadAsk } from './session.thread.ts'

/** Outputs of one run, and how long it took in its thread. */
export interface Ran {
  readonly outputs: number[] | string[]
  readonly milliseconds: number
}

interface Pending {
  readonly ask: ThreadAsk
  readonly resolve: (ran: Ran) => void
  readonly reject: (error: unknown) => void
}

/** After so many deaths without an answer between them, a thread is given time before it is started again. */
const mostDeaths = 3
const longestWait = 60_000

/**
 * Runs a graph in a thread of its own, one row after the other. A thread that dies fails the call it was on and is
 * started again for the next one; one that keeps dying is given ever more time, and calls fail at once meanwhile.
 */
export class ThreadedRunner {
  readonly #start: (busy: Int32Array) => Worker
  readonly #busy = new Int32Array(new SharedArrayBuffer(4))
  readonly #stopWaiting = waitAtExit(this.#busy)
  readonly #waiting: Pending[] = []
  readonly #opened = Promise.withResolvers<void>()
  #worker: Worker | undefined
  #ready = false
  #current: Pending | undefined
  #deaths = 0
  #notBefore = 0

  /** `start` makes the thread, which sets `busy[0]` to 0 and notifies whoever waits for that before each answer. */
  constructor(start: (busy: Int32Array) => Worker) {
    this.#start = start
    this.#opened.promise.catch(() => {})
    this.#begin()
  }

  /** Resolves when the graph is open. @throws HolonError `model-invalid` when it cannot be opened */
  opened(): Promise<void> {
    return this.#opened.promise
  }

  /**
   * Runs one row after those asked for before. Rejects with the reason of `signal` as soon as it aborts.
   *
   * @throws HolonError `model-mismatch` when onnxruntime refuses the row, `internal` when the thread died
   */
  run(ask: ThreadAsk, signal?: AbortSignal): Promise<Ran> {
    signal?.throwIfAborted()
    const { promise, resolve, reject } = Promise.withResolvers<Ran>()
    const pending = { ask, resolve, reject }
    const abandon = () => this.#abandon(pending, signal?.reason)
    signal?.addEventListener('abort', abandon)
    this.#waiting.push(pending)
    this.#next()
    return promise.finally(() => signal?.removeEventListener('abort', abandon))
  }

  /** Fails what is asked, and ends the thread once it is out of onnxruntime. */
  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    this.#failAll(new HolonError('internal', 'the model was closed', 'Open it again.'))
    if (worker !== undefined && Atomics.load(this.#busy, 0) === 1) {
      await new Promise((resolve) => worker.once('message', resolve).once('exit', resolve))
    }
    this.#stopWaiting()
    await worker?.terminate()
  }

  #begin(): void {
    Atomics.store(this.#busy, 0, 1)
    const worker = this.#start(this.#busy)
    this.#worker = worker
    this.#ready = false
    worker.on('message', (answer: ThreadAnswer) => this.#hear(worker, answer))
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
    Atomics.store(this.#busy, 0, 1)
    this.#worker?.ref()
    this.#worker?.postMessage(this.#current?.ask)
  }

  #hear(worker: Worker, answer: ThreadAnswer): void {
    if (worker !== this.#worker) return
    Atomics.store(this.#busy, 0, 0)
    if ('ready' in answer) {
      this.#ready = true
      this.#opened.resolve()
    } else if (!this.#ready && 'problem' in answer) {
      const error = invalid(`onnxruntime cannot open the model: ${answer.problem}`)
      this.#opened.reject(error)
      this.#failAll(error)
    } else {
      const pending = this.#current
      this.#current = undefined
      this.#deaths = 0
      if ('problem' in answer) pending?.reject(refused(answer.problem))
      else pending?.resolve(answer)
    }
    // An idle thread does not keep a process alive.
    if (this.#current === undefined) worker.unref()
    this.#next()
  }

  #mourn(worker: Worker, how: string): void {
    if (worker !== this.#worker) return
    this.#worker = undefined
    Atomics.store(this.#busy, 0, 0)
    this.#deaths++
    if (this.#deaths >= mostDeaths) {
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
