import { temporaryWarehouse, versionModels, versionsFrom } from '@holon/embedded'
import { HolonError } from 'holon'
import { type SimulateOptions, type Simulation, simulate, type World } from 'holon/world'
import { type Found, loadProduct } from '../products/find.ts'
import { LogFile } from './log-file.ts'
import { failureOf, type Says, type Task } from './task.ts'

/** Stretches after which somebody is told how far it is, and which the run may be paused between at the latest. */
const steps = 100
/** Milliseconds between two reports to somebody who looks on. */
const between = 1_000
/** No more than one in so many parts of the time goes into such reports. */
const share = 10

/** One task at work: the world of a product, with its models and a warehouse of its own. */
export class Rehearsal {
  readonly #task: Task
  readonly #say: (says: Says) => void
  readonly #injected: string[] = []
  #running = new AbortController()
  #wake: () => void = () => undefined
  #isPaused = false
  #isEnding = false
  #nextReport = 0

  constructor(task: Task, say: (says: Says) => void) {
    this.#task = task
    this.#say = say
  }

  /** Resolves when the run is over, has failed, or was ended; what became of it is said. */
  async run(): Promise<void> {
    try {
      await this.#run()
    } catch (error) {
      this.#say({ says: 'failed', failure: failureOf(error) })
    }
  }

  pause(): void {
    this.#isPaused = true
    this.#stir()
  }

  resume(): void {
    this.#isPaused = false
    this.#stir()
  }

  /** Lets a scenario befall the world as soon as it stands still for a moment. */
  inject(scenario: string): void {
    this.#injected.push(scenario)
    this.#stir()
  }

  end(): void {
    this.#isEnding = true
    this.#stir()
  }

  /** Whatever it is at, there is something else to do now. */
  #stir(): void {
    this.#running.abort()
    this.#wake()
  }

  async #run(): Promise<void> {
    const { options, module, system, log: path } = this.#task
    const product = await loadProduct(module, system)
    const world = worldOf(product)
    const models = options.quality === undefined ? await versionModels(product, options.version) : {}
    const versions = options.quality === undefined ? await versionsFrom(product.versions ?? {}) : {}
    const log = path === undefined ? undefined : new LogFile(path)
    const warehouse = await temporaryWarehouse()
    try {
      const onLine = log === undefined ? {} : { onLine: (line: string) => log.add(line) }
      const simulation = await opened(world, { ...options, models, versions, warehouse, ...onLine })
      await this.#live(simulation, options.days ?? world.days).finally(() => simulation.close())
    } finally {
      log?.close()
      await warehouse.close()
    }
  }

  async #live(simulation: Simulation, days: number): Promise<void> {
    this.#say({ says: 'began' })
    while (!simulation.isOver && !this.#isEnding) {
      this.#running = new AbortController()
      this.#befall(simulation)
      if (this.#isPaused) await this.#stirred()
      else await this.#goOn(simulation, days / steps)
    }
    if (!this.#isEnding) this.#say({ says: 'done', document: await simulation.report() })
  }

  #stirred(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }

  async #goOn(simulation: Simulation, days: number): Promise<void> {
    await simulation.run({ day: simulation.day + days, signal: this.#running.signal })
    this.#say({ says: 'day', day: simulation.day })
    if (this.#task.isWatched === true && !simulation.isOver) await this.#report(simulation)
  }

  #befall(simulation: Simulation): void {
    for (const scenario of this.#injected.splice(0)) {
      try {
        simulation.inject(scenario)
        this.#say({ says: 'injected', scenario, day: simulation.day })
      } catch (error) {
        this.#say({ says: 'refused', failure: failureOf(error) })
      }
    }
  }

  /** Now and then, and at once where it was paused: whoever paused it wants to look. */
  async #report(simulation: Simulation): Promise<void> {
    const before = performance.now()
    if (before < this.#nextReport && !this.#isPaused) return
    this.#say({ says: 'report', document: await simulation.report() })
    const after = performance.now()
    this.#nextReport = after + Math.max(between, share * (after - before))
  }
}

/** Opens a world; where that fails, nobody else closes its models. */
async function opened(world: World, options: SimulateOptions): Promise<Simulation> {
  try {
    return await simulate(world, options)
  } catch (error) {
    const { models = {}, versions = {} } = options
    const all = [models, ...Object.values(versions)].flatMap((one) => Object.values(one))
    await Promise.all(all.map((model) => model.close?.()))
    throw error
  }
}

/** @throws HolonError `config-invalid` */
export function worldOf({ system, world }: Pick<Found, 'system' | 'world'>): World {
  if (world !== undefined) return world
  throw new HolonError(
    'config-invalid',
    `There is no world around ${system.name}.`,
    'Declare one with defineWorld of holon/world, and give it to defineProduct as `world`.',
  )
}
