import type { SimulationDocument, SimulationRun, SimulationSummary } from 'holon'
import { SimulationProcess } from './process.ts'
import { errorOf, type Failure, type Says } from './task.ts'

/** What a run is made of. */
export interface RunParts extends Pick<SimulationSummary, 'id' | 'system' | 'startedAt' | 'request'> {
  /** The module that exports the product. */
  readonly module: string
  /** Keeps how it stands, for after this process. */
  readonly keep: (run: SimulationRun) => Promise<void>
}

/** Of one of the versions that a run is of. */
interface Part {
  readonly process: SimulationProcess
  day: number
  /** Who waits for its answers, in the order in which it was asked. */
  readonly waiting: Waiting[]
  document?: SimulationDocument
  state: 'opening' | 'open' | 'done'
}

/** Somebody who waits for one answer. */
interface Waiting {
  readonly done: () => void
  readonly failed: (error: Error) => void
}

/** One run that somebody asked the server for: one process for each version, all in the same state. */
export class Run {
  readonly #parts: readonly Part[]
  readonly #of: RunParts
  readonly #injected: { scenario: string; day: number }[] = []
  #state: SimulationSummary['state'] = 'running'
  #error: Failure | undefined
  #keeping: Promise<unknown> = Promise.resolve()

  constructor(parts: RunParts) {
    this.#of = parts
    const { compare = [undefined] } = parts.request
    this.#parts = compare.map(() => ({
      process: new SimulationProcess(),
      day: 0,
      waiting: [],
      state: 'opening',
    }))
  }

  get isOver(): boolean {
    return this.#state === 'done' || this.#state === 'failed'
  }

  get summary(): SimulationSummary {
    const { id, system, startedAt, request } = this.#of
    return {
      ...{ id, system, state: this.#state, startedAt, request },
      progress: { day: Math.min(...this.#parts.map(({ day }) => day)), of: request.days },
      injected: [...this.#injected],
      ...(this.#error !== undefined && { error: this.#error }),
    }
  }

  get document(): SimulationRun {
    return { ...this.summary, documents: this.#parts.flatMap(({ document }) => document ?? []) }
  }

  /**
   * Resolves once all worlds are open.
   *
   * @throws HolonError for names and numbers that cannot be; it is over then, and nothing is kept
   */
  async begin(): Promise<void> {
    const { compare, ...options } = this.#of.request
    const { module, system } = this.#of
    const versions = compare ?? [options.version]
    const tasks = versions.map((version) => ({
      ...{ module, system, isWatched: true },
      options: { ...options, ...(version !== undefined && { version }) },
    }))
    await this.#answered((part) => {
      const task = tasks[this.#parts.indexOf(part)]
      if (task !== undefined) part.process.run(task, (says) => this.#hear(part, says))
    })
    await this.#keep()
  }

  async pause(): Promise<void> {
    this.#state = 'paused'
    for (const { process } of this.#parts) process.pause()
    await this.#keep()
  }

  async resume(): Promise<void> {
    this.#state = 'running'
    for (const { process } of this.#parts) process.resume()
    await this.#keep()
  }

  /** @throws HolonError `name-unknown` */
  async inject(scenario: string): Promise<void> {
    await this.#answered(({ process }) => process.inject(scenario))
    this.#injected.push({ scenario, day: this.summary.progress.day })
    await this.#keep()
  }

  /** Resolves when its processes are gone, and nothing more is written. */
  async end(): Promise<void> {
    await Promise.all(this.#parts.map(({ process }) => process.end()))
    await this.#keeping
  }

  /** Asks all processes that are not done something, and waits until each has answered or one has refused. */
  async #answered(ask: (part: Part) => void): Promise<void> {
    const asked = this.#parts.filter(({ state }) => state !== 'done')
    await Promise.all(
      asked.map(
        (part) =>
          new Promise<void>((done, failed) => {
            part.waiting.push({ done, failed })
            ask(part)
          }),
      ),
    )
  }

  #hear(part: Part, says: Says): void {
    if (says.says === 'day') part.day = says.day
    else if (says.says === 'report') part.document = says.document
    else if (says.says === 'began') this.#began(part)
    else if (says.says === 'injected') part.waiting.shift()?.done()
    else if (says.says === 'refused') part.waiting.shift()?.failed(errorOf(says.failure))
    else if (says.says === 'done') this.#done(part, says.document)
    else this.#failed(part, says.failure)
  }

  #began(part: Part): void {
    part.state = 'open'
    part.waiting.shift()?.done()
  }

  #done(part: Part, document: SimulationDocument): void {
    part.document = document
    part.day = document.day
    part.state = 'done'
    for (const { done } of part.waiting.splice(0)) done()
    if (this.#parts.every(({ state }) => state === 'done')) this.#over('done')
  }

  #failed(part: Part, failure: Failure): void {
    this.#error = failure
    for (const { failed } of this.#parts.flatMap(({ waiting }) => waiting.splice(0))) failed(errorOf(failure))
    this.#over('failed', part.state !== 'opening')
  }

  #over(state: 'done' | 'failed', isKept = true): void {
    this.#state = state
    for (const { process } of this.#parts) void process.end()
    if (isKept) this.#keep().catch(() => undefined)
  }

  #keep(): Promise<void> {
    const kept = this.#of.keep(this.document)
    this.#keeping = kept.catch(() => undefined)
    return kept
  }
}
