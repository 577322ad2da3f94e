import type { ChildProcess } from 'node:child_process'
import { extname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startProcess } from '@holon/embedded'
import type { Ask } from './simulation.process.ts'
import { type Failure, failureOf, patience, type Says, type Task } from './task.ts'

const unheard = (): void => undefined

/**
 * A process that runs worlds, one after the other: a crash of the database or of a model ends that run alone. Whoever makes
 * it ends it: until then it keeps this process alive.
 */
export class SimulationProcess {
  readonly #child: ChildProcess
  readonly #gone: Promise<void>
  #failure: Failure | undefined
  #hear: (says: Says) => void = unheard

  constructor() {
    this.#child = startProcess(new URL(`./simulation.process${extname(import.meta.url)}`, import.meta.url))
    this.#child.on('message', (says) => this.#heard(says as Says))
    this.#child.once('error', (error) => this.#fail(failureOf(error)))
    // Unlike `exit`, it comes after the last words.
    this.#child.once('close', (code, signal) => this.#fail(ended(signal ?? code)))
    this.#gone = new Promise((resolve) => {
      this.#child.once('exit', () => resolve())
      this.#child.once('error', () => resolve())
    })
  }

  /** Begins a task once the one before is done or has failed. */
  run(task: Task, hear: (says: Says) => void): void {
    this.#hear = hear
    if (this.#failure === undefined) this.#ask({ ask: 'run', task })
    else hear({ says: 'failed', failure: this.#failure })
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
    this.#hear = unheard
    this.#ask({ ask: 'end' })
    await Promise.race([this.#gone, wait(patience, undefined, { ref: false })])
    this.#child.kill('SIGKILL')
    await this.#gone
  }

  /** What it cannot be told any more, its end tells. */
  #ask(asked: Ask): void {
    this.#child.send(asked, unheard)
  }

  /** After its last word about a task, what becomes of it does not concern that task. */
  #heard(says: Says): void {
    const hear = this.#hear
    if (says.says === 'done' || says.says === 'failed') this.#hear = unheard
    hear(says)
  }

  #fail(failure: Failure): void {
    this.#failure ??= failure
    this.#heard({ says: 'failed', failure: this.#failure })
  }
}

function ended(how: string | number | null): Failure {
  return {
    code: 'internal',
    message: `The process of the simulation ended unexpectedly (${how}).`,
    fix: 'Start it again: the same request gives the same result. More memory may help.',
  }
}
