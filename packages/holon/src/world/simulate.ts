import { systemClock } from '../memory/clock.ts'
import { memoryRegistry } from '../memory/registry.ts'
import { memoryWarehouse } from '../memory/warehouse.ts'
import { open } from '../runtime/open.ts'
import { projectLog } from '../runtime/project-log.ts'
import { HolonError } from '../spec/error.ts'
import type { Json } from '../spec/json.ts'
import type { Model } from '../spec/model.ts'
import type { Warehouse } from '../spec/ports.ts'
import type { Answer, Running } from '../spec/running.ts'
import type { SimulationDocument } from '../spec/simulation.ts'
import { unknownName } from '../spec/unknown-name.ts'
import type { System } from '../system/system.ts'
import type { Moment } from './arrivals.ts'
import { type Befallen, befall, Changing } from './befall.ts'
import { Chance, ProductChance } from './chance.ts'
import type { AnyHappening, World } from './declaration.ts'
import type { Draw } from './draw.ts'
import { type Around, Living, type Someone } from './life.ts'
import { WorldLog } from './log.ts'
import type { Mark } from './noticing.ts'
import type { SimulateOptions } from './options.ts'
import { Quality } from './quality.ts'
import { reportOn } from './report.ts'
import { everyScenario, type Scenario } from './scenario.ts'
import { Tally } from './tally.ts'
import { WorldTime } from './time.ts'
import { type Known, truthModel } from './truth-model.ts'
import { openVault } from './vault.ts'

const day = 86_400_000

/** Stretches in a report, about. */
const stretches = 30

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
  readonly #system: System
  readonly #seed: number
  readonly #days: number
  readonly #people: number
  readonly #every: number
  readonly #warehouse: Warehouse
  readonly #log: WorldLog
  readonly #looksForLoops: boolean
  readonly #tally: Tally
  readonly #quality = new Map<string, Quality>()
  readonly #marks: Mark[] = []
  readonly #chance: Chance
  readonly #product: ProductChance
  readonly #everybody: Someone[] = []
  readonly #stories = new Map<string, number>()
  readonly time: WorldTime
  readonly conditions: Changing
  readonly models: readonly string[]
  readonly length: number
  #known: Known | undefined
  #around: Around | undefined
  #running: Running | undefined
  #failure: { readonly error: unknown } | undefined

  constructor(world: World, options: SimulateOptions) {
    const { seed = 1, days = world.days, people = world.people } = options
    check(world, { seed, days, people }, options)
    this.#world = world
    this.#options = options
    this.#seed = seed
    this.#days = days
    this.#people = people
    this.#system = systemOf(world, options.version)
    this.#every = options.every ?? Math.max(1, Math.round(days / stretches))
    this.time = new WorldTime(Date.parse(`${world.start}T00:00:00Z`))
    this.length = days * day
    this.conditions = new Changing({ ...world.settings, ...options.settings })
    this.models = this.#system.components.filter((part) => part.kind === 'model').map(({ name }) => name)
    this.#warehouse = options.warehouse ?? memoryWarehouse()
    this.#tally = new Tally(this.time.start, this.#every * day)
    this.#chance = new Chance(seed)
    this.#product = new ProductChance(this.#chance.stream('product'))
    this.#looksForLoops = options.loops ?? this.#system.loops.length > 0
    this.#log = new WorldLog({
      keepsAll: this.#looksForLoops,
      lookedUp: lookedUp(this.#system),
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
    return this.day >= this.#days
  }

  get running(): Running {
    return this.#running as Running
  }

  async open(): Promise<void> {
    const { settings } = this.conditions
    const holon = await open(this.#system, {
      log: this.#log,
      registry: memoryRegistry(),
      vault: openVault(this.#chance.stream('vault')),
      warehouse: this.#warehouse,
      clock: this.time,
      random: this.#product,
      models: this.#artefacts(),
      projection: 'asked',
      notifier: { notify: ({ title }) => this.#mark('monitor', title) },
    })
    this.#running = holon as unknown as Running
    const environment = this.#world.environment?.(this.#chance.draw('environment'), settings)
    this.#around = this.#surroundings(environment)
    for (const name of this.#options.scenarios ?? []) this.inject(name)
    for (const [name, happening] of Object.entries(this.#world.happenings))
      if (happening.dormant !== true) this.begin(name)
  }

  async run({ day: until = this.#days, signal }: { day?: number; signal?: AbortSignal } = {}): Promise<void> {
    const end = this.time.start + Math.min(until, this.#days) * day
    for (let turn = 1; signal?.aborted !== true; turn++) {
      const next = this.time.next()
      if (next === undefined || next >= end) {
        this.time.jump(end)
        return
      }
      await this.time.pass()
      if (this.#failure !== undefined) throw this.#failure.error
      if (this.#log.pending >= batch) await this.#project()
      if (turn % 1_000 === 0) await breath()
    }
  }

  inject(name: string): void {
    befall(name, scenarioOf(this.#world, name), this)
  }

  async report(): Promise<SimulationDocument> {
    await this.#project()
    return reportOn({
      loops: this.#looksForLoops ? (await this.running.loops()).loops : [],
      system: this.#system,
      options: this.#options,
      warehouse: this.#warehouse,
      time: this.time,
      every: this.#every,
      tally: this.#tally,
      log: this.#log,
      quality: this.#quality,
      marks: this.#marks,
      settings: { ...this.#world.settings, ...this.#options.settings },
      seed: this.#seed,
      days: this.#days,
      people: this.#people,
    })
  }

  async close(): Promise<void> {
    await this.#running?.close()
  }

  tell(what: string): void {
    this.#mark('scenario', what)
  }

  /** Lets a happening happen from now on; the returned function ends it. */
  begin(name: string): () => void {
    const happening = this.#world.happenings[name]
    if (happening === undefined) throw unknownName('happening', name, Object.keys(this.#world.happenings))
    const draw = this.#chance.draw(`arrivals of ${name}`)
    const whom = this.#chance.draw(`people of ${name}`)
    const momentAt = (at: number) => this.#momentAt(at)
    let cancel: () => void = () => undefined
    const arrange = (after: number) => {
      const at = happening.arrivals.next(after, momentAt, draw)
      if (at === undefined) {
        cancel = this.time.arrange(after + day, () => arrange(after + day))
        return
      }
      cancel = this.time.arrange(at, () => {
        arrange(at)
        return this.#happen(name, happening, whom)
      })
    }
    arrange(this.time.start + this.time.monotonic())
    return () => cancel()
  }

  async #happen(name: string, happening: AnyHappening, whom: Draw): Promise<void> {
    const { who = 'anyone' } = happening
    if (who === 'everyone') {
      for (let number = 1; number <= this.#people; number++) await this.#tell(name, happening, number)
    } else {
      const number = who === 'nobody' ? 0 : whom.whole(1, this.#people)
      await this.#tell(name, happening, number)
    }
  }

  /** Begins a story; resolves once it waits or has ended. */
  async #tell(name: string, happening: AnyHappening, number: number): Promise<void> {
    const place = this.#stories.get(name) ?? 0
    this.#stories.set(name, place + 1)
    const life = new Living(this.#around as Around, `${name} ${place}`, this.#someone(number))
    await life.turn(() => {
      const story = async () => happening.story(life as never)
      story().then(
        () => life.ended(),
        (error: unknown) => {
          this.#failure ??= { error }
          life.ended()
        },
      )
    })
  }

  #someone(number: number): Someone {
    const known = this.#everybody[number]
    if (known !== undefined) return known
    const draw = this.#chance.draw(`person ${number}`)
    const someone: Someone = {
      number,
      subject: `simulated-${number}`,
      person: this.#world.person(draw, this.conditions.settings, number),
    }
    this.#everybody[number] = someone
    return someone
  }

  #momentAt(at: number): Moment {
    const date = new Date(at)
    return {
      at,
      day: (at - this.time.start) / day,
      hour: (at % day) / 3_600_000,
      weekday: date.getUTCDay(),
      month: date.getUTCMonth(),
      settings: this.conditions.settings,
      people: this.#people,
      traffic: this.conditions.traffic,
    }
  }

  #surroundings(environment: unknown): Around {
    return {
      time: this.time,
      running: this.running,
      chance: this.#chance,
      product: this.#product,
      conditions: this.conditions,
      environment,
      knows: (known) => {
        this.#known = known
      },
      decided: (decision, answer, truth) => this.#decided(decision, answer, truth),
      tell: (id, name, value: Json) =>
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
    const known = () => this.#known as Known
    const parts = this.#system.decisions.flatMap(({ model }) => model ?? [])
    return Object.fromEntries(parts.map((part) => [part.name, truthModel(part, quality, known)]))
  }

  #mark(by: Mark['by'], what: string): void {
    this.#marks.push({ day: this.day, by, what })
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

/** The scenario of a name. */
function scenarioOf({ scenarios = {} }: World, name: string): Scenario {
  const all = { ...everyScenario, ...scenarios }
  const found = Object.hasOwn(all, name) ? all[name] : undefined
  if (found === undefined) throw unknownName('scenario', name, Object.keys(all))
  return found
}

function systemOf({ system, versions = {} }: World, version = 'current'): System {
  if (version === 'current') return system
  const found = Object.hasOwn(versions, version) ? versions[version] : undefined
  if (found === undefined) throw unknownName('version', version, ['current', ...Object.keys(versions)])
  return found.system ?? system
}

function check(
  world: World,
  { seed, days, people }: { readonly seed: number; readonly days: number; readonly people: number },
  { settings = {}, scenarios = [], quality = 1 }: SimulateOptions,
): void {
  if (!Number.isInteger(seed) || !(days > 0 && days < Infinity) || !Number.isInteger(people) || people < 1) {
    throw new HolonError(
      'input-invalid',
      `${people} people cannot live for ${days} days with the seed ${seed}.`,
      'Give a whole number of people from 1, days above 0, and a whole number as seed.',
    )
  }
  if (!(quality >= 0.5 && quality <= 1)) {
    throw new HolonError(
      'input-invalid',
      `No model has an area under the curve of ${quality}.`,
      'Give the quality as a number from 0.5 (chance) to 1 (perfect).',
    )
  }
  for (const name of scenarios) scenarioOf(world, name)
  for (const [name, value] of Object.entries(settings)) {
    if (!Object.hasOwn(world.settings, name)) throw unknownName('setting', name, Object.keys(world.settings))
    if (typeof value === typeof world.settings[name]) continue
    throw new HolonError(
      'input-invalid',
      `The setting "${name}" is a ${typeof world.settings[name]}, not ${JSON.stringify(value)}.`,
      `It usually is ${JSON.stringify(world.settings[name])}.`,
    )
  }
}
