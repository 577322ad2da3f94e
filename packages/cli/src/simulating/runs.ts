import { randomUUID } from 'node:crypto'
import type { Simulations } from '@holon/server'
import {
  HolonError,
  type Json,
  type Registry,
  type SimulationRequest,
  type SimulationRun,
  type SimulationSummary,
  type WorldDocument,
} from 'holon'
import type { Found } from '../products/find.ts'
import { Run } from './run.ts'
import { worldDocument } from './world-document.ts'

const collection = 'simulations'
const mostAtOnce = 2

/** What runs worlds for a server. */
export interface Runs extends Simulations {
  /** Ends what runs; its reports so far are kept. */
  close(): Promise<void>
}

/**
 * Runs the worlds of products in processes of their own, and keeps their reports in a registry. Two run at once at most;
 * those that wait do not count. What ran when the server ended is shown as failed, with the report so far where it ended in
 * good order.
 */
export function runsOf(products: readonly Found[], registry: Registry): Runs {
  return new RunsOf(products, registry)
}

class RunsOf implements Runs {
  readonly #products: ReadonlyMap<string, Found>
  readonly #registry: Registry
  /** Those of this process. */
  readonly #live = new Map<string, Run>()

  constructor(products: readonly Found[], registry: Registry) {
    this.#products = new Map(products.map((product) => [product.system.name, product]))
    this.#registry = registry
  }

  world(system: string): WorldDocument {
    const { world } = this.#product(system)
    if (world !== undefined) return worldDocument(world)
    throw new HolonError(
      'not-found',
      `There is no world around ${system}.`,
      'Declare one with defineWorld of holon/world, and give it to defineProduct as `world`.',
    )
  }

  async start(system: string, request: SimulationRequest): Promise<SimulationSummary> {
    const { people, days } = this.world(system)
    this.#makeRoom()
    const id = randomUUID()
    const run = new Run({
      ...{ id, system, module: this.#product(system).module, startedAt: Date.now() },
      request: { people, days, seed: 1, ...request },
      keep: (now) => this.#keep(now),
    })
    this.#live.set(id, run)
    try {
      await run.begin()
    } catch (error) {
      this.#live.delete(id)
      throw error
    }
    return run.summary
  }

  async list(system: string): Promise<readonly SimulationSummary[]> {
    const kept = await this.#registry.list(collection)
    const runs = kept.map(({ value }) => this.#asItIs(value)).filter((run) => run.system === system)
    return runs.map(summaryOf).sort((a, b) => b.startedAt - a.startedAt)
  }

  async run(system: string, id: string): Promise<SimulationRun> {
    const found = await this.#registry.get(collection, id)
    const run = found === undefined ? undefined : this.#asItIs(found.value)
    if (run?.system === system) return run
    throw new HolonError(
      'not-found',
      `There is no run "${id}" of ${system}.`,
      `See /api/v1/systems/${system}/simulations for those there are.`,
    )
  }

  async pause(system: string, id: string): Promise<SimulationSummary> {
    const { state } = await this.run(system, id)
    if (state === 'running') await this.#live.get(id)?.pause()
    return summaryOf(await this.run(system, id))
  }

  async resume(system: string, id: string): Promise<SimulationSummary> {
    const { state } = await this.run(system, id)
    if (state === 'paused') {
      this.#makeRoom()
      await this.#live.get(id)?.resume()
    }
    return summaryOf(await this.run(system, id))
  }

  async inject(system: string, id: string, scenario: string): Promise<SimulationSummary> {
    await this.run(system, id)
    const run = this.#live.get(id)
    if (run?.isOver !== false) {
      throw new HolonError('input-invalid', 'The run is over.', 'Start another one with this scenario.')
    }
    await run.inject(scenario)
    return summaryOf(await this.run(system, id))
  }

  async remove(system: string, id: string): Promise<void> {
    await this.run(system, id)
    const run = this.#live.get(id)
    this.#live.delete(id)
    await run?.end()
    await this.#registry.write([{ do: 'delete', collection, key: id }])
  }

  async close(): Promise<void> {
    const running = [...this.#live.values()].filter(({ isOver }) => !isOver)
    await Promise.all(running.map((run) => run.end()))
    for (const run of running) await this.#keep(stopped(run.document))
  }

  #product(system: string): Found {
    const found = this.#products.get(system)
    if (found !== undefined) return found
    throw new HolonError('name-unknown', `There is no system "${system}" here.`, 'Use one that is served.')
  }

  /** @throws HolonError `too-many` */
  #makeRoom(): void {
    const running = [...this.#live.values()].filter(({ summary }) => summary.state === 'running')
    if (running.length < mostAtOnce) return
    throw new HolonError(
      'too-many',
      `${mostAtOnce} simulations are running already.`,
      'Wait until one is over, or pause or delete one of them.',
    )
  }

  async #keep(run: SimulationRun): Promise<void> {
    const value = run as unknown as Json
    await this.#registry.write([{ do: 'put', collection, key: run.id, value }])
  }

  /** What is kept, or how it stands now where it is at work. */
  #asItIs(value: Json): SimulationRun {
    const kept = value as unknown as SimulationRun
    const live = this.#live.get(kept.id)
    if (live !== undefined) return live.document
    return kept.state === 'running' || kept.state === 'paused' ? stopped(kept) : kept
  }
}

function stopped(run: SimulationRun): SimulationRun {
  const day = Math.floor(run.progress.day)
  return {
    ...run,
    state: 'failed',
    error: {
      code: 'stopped',
      message: `The server ended when the run was at day ${day}.`,
      fix: 'Start it again: the same request gives the same result.',
    },
  }
}

function summaryOf({ documents: _, ...summary }: SimulationRun): SimulationSummary {
  return summary
}
