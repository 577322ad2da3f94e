import type { Simulations } from '@holon/server'
import {
  HolonError,
  open,
  type Running,
  type SimulationRequest,
  type SimulationRun,
  type SimulationSummary,
} from 'holon'
import { everyScenario, type Simulation, simulate, type World } from 'holon/world'
import { serveStudio } from './serve-studio.ts'
import { umbrella, umbrellaModels, umbrellaWorld } from './studio-simulation-umbrella.ts'

/** A run at work. */
interface Going {
  run: SimulationRun
  readonly simulations: readonly Simulation[]
  /** Ends once the run is paused or over. */
  living: Promise<void>
}

/** Runs worlds in this process, a day at a time, so that a test can look and step in between. */
class OneAfterTheOther implements Simulations {
  readonly #world: World
  readonly #rest: number
  readonly #runs = new Map<string, Going>()

  /** `rest`: milliseconds between two days. */
  constructor(world: World, rest: number) {
    this.#world = world
    this.#rest = rest
  }

  world(system: string) {
    if (system !== this.#world.system.name) {
      throw new HolonError('not-found', `There is no world around "${system}".`, 'Declare one.')
    }
    const { about, start, people, days, settings, scenarios = {}, versions = {} } = this.#world
    const told = (own: boolean) => (one: [string, { readonly about: string }]) => ({
      name: one[0],
      about: one[1].about,
      own,
    })
    const all = [
      ...Object.entries(everyScenario).map(told(false)),
      ...Object.entries(scenarios).map(told(true)),
    ]
    const others = Object.entries(versions).map(([name, { about }]) => ({ name, about }))
    return {
      system,
      about,
      start,
      people,
      days,
      settings,
      scenarios: all,
      versions: [{ name: 'current', about: 'The version that is served.' }, ...others],
    }
  }

  async start(system: string, request: SimulationRequest): Promise<SimulationSummary> {
    const { people, days } = this.#world
    const running = [...this.#runs.values()].filter(({ run: { state } }) => state === 'running')
    if (running.length >= 2) throw new HolonError('too-many', 'Two are running.', 'Wait until one is over.')
    const full = { people, days, seed: 1, ...request }
    const { compare, version, ...options } = full
    const versions = compare ?? [version ?? 'current']
    const simulations = await Promise.all(
      versions.map((version) =>
        simulate(this.#world, { ...options, version, models: umbrellaModels(version) }),
      ),
    )
    const run: SimulationRun = {
      id: `run-${this.#runs.size + 1}`,
      system,
      state: 'running',
      startedAt: Date.now(),
      request: full,
      progress: { day: 0, of: full.days },
      injected: [],
      documents: [],
    }
    const going = { run, simulations, living: Promise.resolve() }
    this.#runs.set(run.id, going)
    this.#liveOn(going)
    return run
  }

  /** Once the day is over in which it was paused: no day is lived twice at a time. */
  #liveOn(going: Going): void {
    going.living = going.living.then(() => this.#live(going))
  }

  async #live(going: Going): Promise<void> {
    try {
      while (going.run.state === 'running' && !going.simulations.every(({ isOver }) => isOver)) {
        const day = Math.min(going.run.progress.of, going.run.progress.day + 1)
        for (const simulation of going.simulations) await simulation.run({ day })
        const documents = await Promise.all(going.simulations.map((one) => one.report()))
        going.run = { ...going.run, documents, progress: { day, of: going.run.progress.of } }
        await new Promise((resolve) => setTimeout(resolve, this.#rest))
      }
      if (going.run.state === 'running') going.run = { ...going.run, state: 'done' }
    } catch (error) {
      const { code, message, fix } =
        error instanceof HolonError ? error : { ...unknown, message: String(error) }
      going.run = { ...going.run, state: 'failed', error: { code, message, fix } }
    }
  }

  async list(): Promise<readonly SimulationSummary[]> {
    return [...this.#runs.values()].map(({ run: { documents: _, ...summary } }) => summary).toReversed()
  }

  async run(_: string, id: string): Promise<SimulationRun> {
    return this.#found(id).run
  }

  async pause(_: string, id: string): Promise<SimulationSummary> {
    const going = this.#found(id)
    if (going.run.state === 'running') going.run = { ...going.run, state: 'paused' }
    return going.run
  }

  async resume(_: string, id: string): Promise<SimulationSummary> {
    const going = this.#found(id)
    if (going.run.state === 'paused') {
      going.run = { ...going.run, state: 'running' }
      this.#liveOn(going)
    }
    return going.run
  }

  async inject(_: string, id: string, scenario: string): Promise<SimulationSummary> {
    const going = this.#found(id)
    for (const simulation of going.simulations) simulation.inject(scenario)
    const injected = [...going.run.injected, { scenario, day: going.run.progress.day }]
    going.run = { ...going.run, injected }
    return going.run
  }

  async remove(_: string, id: string): Promise<void> {
    await this.pause(_, id)
    this.#runs.delete(id)
  }

  #found(id: string): Going {
    const going = this.#runs.get(id)
    if (going === undefined)
      throw new HolonError('not-found', `There is no run "${id}".`, 'Look at the list.')
    return going
  }
}

const unknown = { code: 'internal', fix: 'Look at the log of the server.' }

/** The umbrella system with everything in memory and its world, served with the studio; `close` ends both. */
export async function serveUmbrella(studio: string, rest = 20) {
  const running = await open(umbrella, { models: umbrellaModels('current') })
  const simulations = new OneAfterTheOther(umbrellaWorld as unknown as World, rest)
  const systems = [running as unknown as Running]
  const server = await serveStudio(studio, { systems, simulations, demo: true }, () => running.close())
  return { ...server, simulations }
}
