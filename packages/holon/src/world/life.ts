import { rest } from '../memory/rest.ts'
import { type Duration, inMilliseconds } from '../spec/duration.ts'
import { HolonError } from '../spec/error.ts'
import type { EpisodeDocument } from '../spec/following.ts'
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

/** One story as it is lived: the person in it, and what they can do. One thing happens at a time in the whole world. */
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

  now = (): number => this.#around.time.now()

  day = (): number => this.#around.time.monotonic() / day

  draw = (name: string): Draw => {
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

  wait = (time: Duration | number): Promise<void> => {
    const ms = typeof time === 'number' ? time : inMilliseconds(time)
    const { time: clock } = this.#around
    return new Promise((resolve) => {
      clock.later(ms, () => this.turn(resolve))
      this.#over()
    })
  }

  decide = async (decision: string, context: unknown, options: Asking = {}): Promise<Answer> => {
    const { subject = this.subject, truth, ...rest } = options
    const { running, product } = this.#around
    const request = ++this.#asked
    product.use(this.#stream(`product ${request}`))
    this.#around.knows({ truth, draw: () => this.draw(`model ${request}`) })
    const answer = await running.decide(decision, context, { ...rest, ...(subject !== null && { subject }) })
    this.#around.decided(decision, answer, truth)
    return answer
  }

  exposure = (id: string): Promise<void> => this.feedback(id, 'exposure', true)

  feedback = async (id: string, name: string, value: unknown): Promise<void> => {
    const { running, conditions, time } = this.#around
    const { late, lost } = conditions.labels(name)
    if (lost > 0 && this.draw('lost').chance(lost)) return
    if (late === 0) await running.feedback(id, name, value)
    else time.later(late, () => running.feedback(id, name, value))
  }

  truth = (id: string, name: string, value: Json): void => this.#around.tell(id, name, value)

  note = (name: string, value: number): void => this.#around.note(name, value)

  episode = async (episode: string): Promise<EpisodeDocument | undefined> => {
    try {
      return await this.#around.running.episode(episode)
    } catch (error) {
      if (error instanceof HolonError && error.code === 'not-found') return undefined
      throw error
    }
  }

  queue = async (decision?: string) => {
    const cases = await this.#around.running.queue()
    return decision === undefined ? cases : cases.filter((one) => one.decision === decision)
  }

  answerCase = async (id: string, value: unknown, by: string): Promise<void> => {
    await this.#around.running.answerCase(id, value, { by })
  }
}
