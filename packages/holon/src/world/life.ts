import { rest } from '../memory/rest.ts'
import { type Duration, inMilliseconds } from '../spec/duration.ts'
import { HolonError } from '../spec/error.ts'
import type { CaseDocument, EpisodeDocument } from '../spec/following.ts'
import type { Json } from '../spec/json.ts'
import type { Answer, DecideOptions, Running } from '../spec/running.ts'
import type { SeededRandom } from '../stats/random/seeded.ts'
import type { Conditions } from './befall.ts'
import type { Chance, ProductChance } from './chance.ts'
import { type Draw, drawFrom } from './draw.ts'
import type { WorldTime } from './time.ts'
import type { Known } from './truth-model.ts'

const day = 86_400_000

/** A person of a world. */
export interface Someone {
  readonly number: number
  readonly subject: string
  readonly person: unknown
}

/** What all stories of a world share. */
export interface Around {
  readonly time: WorldTime
  readonly running: Running
  readonly chance: Chance
  readonly product: ProductChance
  readonly conditions: Conditions
  readonly environment: unknown
  /** What is true about the decision that is asked for next. */
  knows(known: Known): void
  /** Told what was decided, and what was true. */
  decided(decision: string, answer: Answer, truth: boolean | number | string | undefined): void
  tell(id: string, name: string, value: Json): void
  note(name: string, value: number): void
}

interface Asking extends Omit<DecideOptions, 'subject'> {
  readonly subject?: string | null
  readonly truth?: boolean | number | string
}

/**
 * One story as it is lived: the person in it, and what they can do. One thing happens at a time in the whole world. What
 * a story takes from it by name works alone, and is made when it is taken: of the many stories that wait for months,
 * none keeps what it does not use.
 */
export class Living {
  readonly #around: Around
  readonly #draws = new Map<string, Draw>()
  readonly person: unknown
  readonly subject: string
  readonly number: number
  readonly story: string
  #chance: SeededRandom | undefined
  #asked = 0
  #over: () => void = () => undefined

  constructor(around: Around, story: string, { person, subject, number }: Someone) {
    this.#around = around
    this.story = story
    this.person = person
    this.subject = subject
    this.number = number
  }

  get environment(): unknown {
    return this.#around.environment
  }

  get settings(): Conditions['settings'] {
    return this.#around.conditions.settings
  }

  /** Goes on until the story waits, or ends. */
  async turn(go: () => void): Promise<void> {
    const over = new Promise<void>((resolve) => {
      this.#over = resolve
    })
    go()
    // A model that is slow keeps the story waiting for time to pass, and time waits for the story.
    await (this.#around.conditions.slow > 0 ? Promise.race([over, rest()]) : over)
  }

  /** The story has come to its end. */
  ended(): void {
    this.#over()
  }

  get now(): () => number {
    return () => this.#around.time.now()
  }

  get day(): () => number {
    return () => this.#around.time.monotonic() / day
  }

  get draw(): (name: string) => Draw {
    return (name) => this.#draw(name)
  }

  get wait(): (time: Duration | number) => Promise<void> {
    return (time) => this.#wait(typeof time === 'number' ? time : inMilliseconds(time))
  }

  get decide(): (decision: string, context: unknown, asking?: Asking) => Promise<Answer> {
    return (...asked) => this.#decide(...asked)
  }

  get exposure(): (id: string) => Promise<void> {
    return (id) => this.#feedback(id, 'exposure', true)
  }

  get feedback(): (id: string, name: string, value: unknown) => Promise<void> {
    return (...back) => this.#feedback(...back)
  }

  get truth(): Around['tell'] {
    return this.#around.tell
  }

  get note(): Around['note'] {
    return this.#around.note
  }

  get episode(): (episode: string) => Promise<EpisodeDocument | undefined> {
    return (episode) => this.#episode(episode)
  }

  get queue(): (decision?: string) => Promise<readonly CaseDocument[]> {
    return async (decision) => {
      const cases = await this.#around.running.queue()
      return decision === undefined ? cases : cases.filter((one) => one.decision === decision)
    }
  }

  get answerCase(): (id: string, value: unknown, by: string) => Promise<void> {
    return async (id, value, by) => {
      await this.#around.running.answerCase(id, value, { by })
    }
  }

  #draw(name: string): Draw {
    const known = this.#draws.get(name)
    if (known !== undefined) return known
    const draw = drawFrom(this.#stream(name))
    this.#draws.set(name, draw)
    return draw
  }

  #stream(name: string): SeededRandom {
    this.#chance ??= this.#around.chance.stream(this.story)
    return this.#chance.fork(name)
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#around.time.later(ms, () => this.turn(resolve))
      this.#over()
    })
  }

  async #decide(decision: string, context: unknown, options: Asking = {}): Promise<Answer> {
    const { subject = this.subject, truth, ...rest } = options
    const { running, product } = this.#around
    const request = ++this.#asked
    product.use(this.#stream(`product ${request}`))
    this.#around.knows({ truth, draw: () => this.#draw(`model ${request}`) })
    const answer = await running.decide(decision, context, { ...rest, ...(subject !== null && { subject }) })
    this.#around.decided(decision, answer, truth)
    return answer
  }

  async #feedback(id: string, name: string, value: unknown): Promise<void> {
    const { running, conditions, time } = this.#around
    const { late, lost } = conditions.labels(name)
    if (lost > 0 && this.#draw('lost').chance(lost)) return
    if (late === 0) await running.feedback(id, name, value)
    else time.later(late, () => running.feedback(id, name, value))
  }

  async #episode(episode: string): Promise<EpisodeDocument | undefined> {
    try {
      return await this.#around.running.episode(episode)
    } catch (error) {
      if (error instanceof HolonError && error.code === 'not-found') return undefined
      throw error
    }
  }
}
