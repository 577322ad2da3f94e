import { rest } from '../memory/rest.ts'
import { inMilliseconds } from '../spec/duration.ts'
import type { JsonObject } from '../spec/json.ts'
import type { Answer } from '../spec/running.ts'
import { seededRandom } from '../stats/random/seeded.ts'
import type { DecisionPart } from '../system/decision.ts'
import type { Stage } from './stage.ts'
import type { StoryRequest } from './story.ts'
import type { Invariant, PlantPart, PlantSurroundings } from './verification.ts'

/** A plant at work in a story, in step with its clock. */
export class World {
  readonly #plant: PlantPart
  readonly #clock: Stage['clock']
  readonly #period: number
  state: unknown
  /** How often it moved. */
  moves = 0

  constructor(plant: PlantPart, stage: Stage, parts: ReadonlyMap<string, DecisionPart>, seed: number) {
    this.#plant = plant
    this.#clock = stage.clock
    this.#period = inMilliseconds(plant.period)
    const around = {
      random: seededRandom(seed).fork('plant'),
      clock: stage.clock,
      holon: {
        latches: () => stage.running.latches(),
        intervened: (...done: Parameters<Stage['running']['intervened']>) =>
          stage.running.intervened(...done),
      },
      decision: (name: string) => parts.get(name),
    }
    this.state = plant.start(around as unknown as PlantSurroundings<never>)
  }

  get always(): readonly Invariant<unknown>[] {
    return this.#plant.always
  }

  get over(): boolean {
    return this.#plant.over?.(this.state) ?? false
  }

  sense(): StoryRequest | undefined {
    return this.#plant.sense(this.state) as (StoryRequest & { context: JsonObject }) | undefined
  }

  /** A period passes with a fresh answer, or without. */
  act(answer: Answer | undefined): Promise<void> {
    return this.#move(answer, this.#period)
  }

  /** Time passes without an answer, at most a period at a time. */
  async pass(ms: number, moved: () => void): Promise<void> {
    // What is due now happens although no time passes.
    this.#clock.advance(0)
    for (let left = ms; left > 0; left -= this.#period) {
      await this.#move(undefined, Math.min(left, this.#period))
      moved()
    }
  }

  async #move(answer: Answer | undefined, ms: number): Promise<void> {
    this.moves++
    this.state = this.#plant.act(this.state, answer, ms / 1000)
    const due = this.#clock.next()
    this.#clock.advance(ms)
    if (due !== undefined && due <= ms) await rest()
  }
}
