import { systemClock } from '../memory/clock.ts'
import { memoryRegistry } from '../memory/registry.ts'
import { memoryWarehouse } from '../memory/warehouse.ts'
import { open } from '../runtime/open.ts'
import { projectLog } from '../runtime/project-log.ts'
import { inMilliseconds } from '../spec/duration.ts'
import { HolonError } from '../spec/error.ts'
import type { Model } from '../spec/model.ts'
import type { Warehouse } from '../spec/ports.ts'
import type { Answer, Running } from '../spec/running.ts'
import type { SimulationDocument } from '../spec/simulation.ts'
import type { ModelPart } from '../system/model.ts'
import type { System } from '../system/system.ts'
import { type Learner, learnersOf } from '../system/taught.ts'
import { type Asked, asked, scenarioOf } from './asked.ts'
import { type Befallen, befall, Changing } from './befall.ts'
import { Chance, ProductChance } from './chance.ts'
import type { World } from './declaration.ts'
import type { Around } from './life.ts'
import { WorldLog } from './log.ts'
import type { Mark } from './noticing.ts'
import type { SimulateOptions } from './options.ts'
import { Quality } from './quality.ts'
import { reportOn } from './report.ts'
import { Stories } from './stories.ts'
import { Tally } from './tally.ts'
import { WorldTime } from './time.ts'
import { type Known, truthModel } from './truth-model.ts'
import { plainVault } from './vault.ts'

const day = 86_400_000

/** Entries that are projected into the warehouse at once. */
const batch = 4_000

/** Days for which a decision can be found again by a ladder, a case or something personal that comes back for it. */
const keepsFor = 60

/** A world that runs, stretch by stretch. */
export interface Simulation {
  /** How far it is, in days. */
  readonly day: number
  readonly isOver: boolean
  /**
   * Lets time pass to the end of a day (default: the last one), or until `signal` aborts; it can be called again.
   *
   * @throws whatever a story threw; the world stands still then
   */
  run(until?: { readonly day?: number; readonly signal?: AbortSignal }): Promise<void>
  /** Lets a scenario befall the world from now on. @throws HolonError `name-unknown` */
  inject(scenario: string): void
  /** What became of everything so far. */
  report(): Promise<SimulationDocument>
  /** The product as it runs in there: to look into it, not to act on it. */
  readonly running: Running
  close(): Promise<void>
}

/**
 * Rehearses a system: opens it as it would be opened for real, on ports of a virtual world, and lets simulated people use
 * it through its public API. The same world, options and seed give the same bytes in the log, on every machine; two
 * versions meet the same people in the same mood.
 *
 * @throws HolonError `name-unknown` for a scenario, version or setting that is not there; `input-invalid` for a number
 *   that cannot be; errors as `open`
 */
export async function simulate(world: World, options: SimulateOptions = {}): Promise<Simulation> {
  const simulating = new Simulating(world, options)
  await simulating.open()
  return simulating
}

class Simulating implements Simulation, Befallen {
  readonly #world: World
  readonly #options: SimulateOptions
  readonly #asked: Asked
  readonly #warehouse: Warehouse
  readonly #log: WorldLog
  readonly #tally: Tally
  readonly #quality = new Map<string, Quality>()
  readonly #marks: Mark[] = []
  readonly #chance: Chance
  readonly #product: ProductChance
  readonly time: WorldTime
  readonly conditions: Changing
  readonly models: readonly string[]
  readonly length: number
  #known: Known | undefined
  #stories: Stories | undefined
  #running: Running | undefined

  constructor(world: World, options: SimulateOptions) {
    this.#world = world
    this.#options = options
    this.#asked = asked(world, options)
    const { system, seed, days, every, settings, loops } = this.#asked
    this.time = new WorldTime(Date.parse(`${world.start}T00:00:00Z`))
    this.length = days * day
    this.conditions = new Changing(settings)
    this.models = system.components.filter((part) => part.kind === 'model').map(({ name }) => name)
    this.#warehouse = options.warehouse ?? memoryWarehouse()
    this.#tally = new Tally(this.time.start, every * day)
    this.#chance = new Chance(seed)
    this.#product = new ProductChance(this.#chance.stream('product'))
    this.#log = new WorldLog({
      keepsAll: loops || learnersOf(system).length > 0,
      lookedUp: lookedUp(system),
      keepsFor: keepsFor * day,
      onEntry: (entry, line) => {
        this.#tally.see(entry)
        options.onLine?.(line)
      },
    })
  }

  get day(): number {
    return this.time.monotonic() / day
  }

  get isOver(): boolean {
    return this.day >= this.#asked.days
  }

  get running(): Running {
    return this.#running as Running
  }

  async open(): Promise<void> {
    const { system, people, scenarios } = this.#asked
    const holon = await open(system, {
      log: this.#log,
      registry: memoryRegistry(),
      vault: plainVault(this.#chance.stream('vault')),
      warehouse: this.#warehouse,
      clock: this.time,
      random: this.#product,
      models: this.#artefacts(),
      versions: this.#versions(),
      projection: 'asked',
      learning: 'asked',
      notifier: { notify: ({ title }) => this.#mark({ by: 'monitor', what: title }) },
    })
    this.#running = holon as unknown as Running
    for (const flight of this.#options.flights ?? []) await this.running.startFlight(flight)
    for (const learner of learnersOf(system)) this.#teach(learner)
    this.#stories = new Stories(this.#world, people, this.#surroundings())
    for (const name of scenarios) this.inject(name)
    for (const [name, happening] of Object.entries(this.#world.happenings))
      if (happening.dormant !== true) this.begin(name)
  }

  async run({
    day: until = this.#asked.days,
    signal,
  }: {
    day?: number
    signal?: AbortSignal
  } = {}): Promise<void> {
    const end = this.time.start + Math.min(until, this.#asked.days) * day
    for (let turn = 1; signal?.aborted !== true; turn++) {
      const next = this.time.next()
      if (next === undefined || next >= end) {
        this.time.jump(end)
        return
      }
      await this.time.pass()
      this.#stories?.check()
      if (this.#log.pending >= batch) await this.#project()
      if (turn % 1_000 === 0) await breath()
    }
  }

  inject(name: string): void {
    befall(name, scenarioOf(this.#world, name), this)
  }

  begin(happening: string): () => void {
    return (this.#stories as Stories).begin(happening)
  }

  tell(happened: { readonly what: string; readonly begins: boolean }): void {
    this.#mark({ by: 'scenario', ...happened })
  }

  async report(): Promise<SimulationDocument> {
    await this.#project()
    return reportOn({
      asked: this.#asked,
      loops: this.#asked.loops ? (await this.running.loops()).loops : [],
      warehouse: this.#warehouse,
      time: this.time,
      tally: this.#tally,
      log: this.#log,
      quality: this.#quality,
      marks: this.#marks,
    })
  }

  async close(): Promise<void> {
    await this.#running?.close()
  }

  /** In virtual time, and waited for: when a lesson is over does not depend on the machine. */
  #teach(learner: Learner): void {
    const { decision, variant, learning } = learner
    if (learning.every === undefined) return
    this.time.later(inMilliseconds(learning.every), async () => {
      await this.#learn(decision.name, variant)
      this.#teach(learner)
    })
  }

  async #learn(decision: string, variant: string | undefined): Promise<void> {
    try {
      await this.running.learn(decision, { ...(variant !== undefined && { variant }) })
    } catch (error) {
      // That there is nothing to learn from yet is nothing wrong.
      if (!(error instanceof HolonError) || error.code !== 'data-invalid') throw error
    }
  }

  #surroundings(): Around {
    return {
      time: this.time,
      running: this.running,
      chance: this.#chance,
      product: this.#product,
      conditions: this.conditions,
      environment: this.#world.environment?.(this.#chance.draw('environment'), this.conditions.settings),
      knows: (known) => {
        this.#known = known
      },
      decided: (decision, answer, truth) => this.#decided(decision, answer, truth),
      tell: (id, name, value) =>
        this.#log.tell({ kind: 'outcome', decision: id, at: this.time.now(), name, value }),
      note: (name, value) => this.#tally.note(name, value, this.time.now()),
    }
  }

  #decided(decision: string, { prediction }: Answer, truth: boolean | number | string | undefined): void {
    if (typeof truth !== 'boolean' || typeof prediction !== 'number') return
    const quality = this.#quality.get(decision) ?? new Quality()
    this.#quality.set(decision, quality)
    quality.see(prediction, truth)
  }

  #artefacts(): Readonly<Record<string, Model>> {
    const { quality, models = {} } = this.#options
    if (quality === undefined) return models
    return this.#blurred((part) => truthModel(part, quality, () => this.#known as Known))
  }

  /** Each version of a wanted quality learns the share of positive cases from what it was asked itself. */
  #versions(): NonNullable<SimulateOptions['versions']> {
    const { qualities, versions = {} } = this.#options
    if (qualities === undefined) return versions
    return this.#blurred((part) =>
      Object.fromEntries(
        Object.entries(qualities).map(([name, quality]) => [
          name,
          truthModel(part, quality, () => this.#known as Known),
        ]),
      ),
    )
  }

  #blurred<T>(make: (part: ModelPart) => T): Readonly<Record<string, T>> {
    const parts = this.#asked.system.decisions.flatMap(({ model }) => model ?? [])
    return Object.fromEntries(parts.map((part) => [part.name, make(part)]))
  }

  #mark(mark: Omit<Mark, 'day'>): void {
    this.#marks.push({ day: this.day, ...mark })
  }

  async #project(): Promise<void> {
    await this.#log.digest()
    await projectLog(this.#log, this.#warehouse, () => undefined, new AbortController().signal)
    this.#log.projected(await this.#warehouse.position())
  }
}

/** Lets the platform do what waits to be done: deliver a message that says to stop, for example. */
const breath = (): Promise<void> => new Promise((resolve) => systemClock().after(0, resolve))

/** Decision points that have a ladder, hand over, or take what is sealed for the person they concerned. */
const lookedUp = ({ decisions }: System): ReadonlySet<string> =>
  new Set(
    decisions
      .filter(
        ({ ladder, experiences, feedbackParts }) =>
          ladder !== undefined ||
          experiences.some(({ handsOver }) => handsOver !== undefined) ||
          feedbackParts.some(({ dataClass, handsOver }) => dataClass !== 'public' || handsOver !== undefined),
      )
      .map(({ name }) => name),
  )
