import { extname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Ask } from './simulation.thread.ts'
import { failureOf, type Says, type Task } from './task.ts'

/** One that does not end by itself in so many milliseconds is ended. */
const patience = 5_000

/** A thread that runs worlds, one after the other. Whoever makes it ends it: until then it keeps the process alive. */
export class SimulationThread {
  readonly #worker: Worker
  readonly #ended: Promise<void>
  #hear: (says: Says) => void = () => undefined

  constructor() {
    this.#worker = new Worker(new URL(`./simulation.thread${extname(import.meta.url)}`, import.meta.url))
    this.#worker.on('message', (says: Says) => this.#hear(says))
    this.#worker.on('error', (error) => this.#hear({ says: 'failed', failure: failureOf(error) }))
    this.#ended = new Promise((resolve) => this.#worker.once('exit', () => resolve()))
  }

  /** Begins a task once the one before is done or has failed. */
  run(task: Task, hear: (says: Says) => void): void {
    this.#hear = hear
    this.#ask({ ask: 'run', task })
  }

  pause(): void {
    this.#ask({ ask: 'pause' })
  }

  resume(): void {
    this.#ask({ ask: 'resume' })
  }

  inject(scenario: string): void {
    this.#ask({ ask: 'inject', scenario })
  }

  /** Ends what it is at, without a word about it; resolves when it is gone. */
  async end(): Promise<void> {
    this.#hear = () => undefined
    this.#ask({ ask: 'end' })
    await Promise.race([this.#ended, wait(patience, undefined, { ref: false })])
    await this.#worker.terminate()
  }

  #ask(asked: Ask): void {
    this.#worker.postMessage(asked)
  }
}
