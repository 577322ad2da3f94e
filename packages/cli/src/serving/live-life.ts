import { setTimeout as pause } from 'node:timers/promises'
import { type Client, ClientError } from '@holon/client'
import {
  type AnswerOf,
  type CaseDocument,
  type ContextOf,
  type DecideOptions,
  type DecisionId,
  type DecisionNames,
  type Duration,
  type EpisodeDocument,
  type FeedbackNames,
  type FeedbackValue,
  inMilliseconds,
  type System,
} from 'holon'
import type { Draw, Life, Settings } from 'holon/world'
import type { Calls } from './live-calls.ts'

/** Subjects begin with it: simulated people are named as such. */
const simulated = 'simulated-'

/** What all stories of a live world share. */
export interface Around {
  readonly system: System
  readonly client: Client<System>
  readonly calls: Calls
  readonly environment: unknown
  readonly settings: Settings
  /** When the world began, in its own time. */
  readonly start: number
  readonly draw: Draw
  /** No wait is longer, in milliseconds. */
  readonly longestWait: number
  readonly signal: AbortSignal
}

/** Whose story it is, and when it begins in the time of the world. */
export interface Beginning {
  readonly person: unknown
  readonly number: number
  readonly story: string
  readonly at: number
}

/**
 * The life of somebody over a served product: a story's time is that of its world, but long waits are cut short. Nobody
 * measures what is true here. While the server is away, decisions are their fallback. Stories may take its parts apart.
 */
export class LiveLife implements Life<System, unknown, unknown, Settings> {
  readonly person: unknown
  readonly number: number
  readonly subject: string
  readonly story: string
  readonly environment: unknown
  readonly settings: Settings
  readonly #around: Around
  #now: number

  constructor({ person, number, story, at }: Beginning, around: Around) {
    this.person = person
    this.number = number
    this.story = story
    this.subject = `${simulated}${number}`
    this.environment = around.environment
    this.settings = around.settings
    this.#around = around
    this.#now = at
  }

  readonly now = (): number => {
    return Math.floor(this.#now)
  }

  readonly day = (): number => {
    return (this.#now - this.#around.start) / 86_400_000
  }

  readonly draw = (_name: string): Draw => {
    return this.#around.draw
  }

  /** Rejects when the people are sent home, so that no story goes on. */
  readonly wait = async (time: Duration | number): Promise<void> => {
    const { longestWait, signal } = this.#around
    const whole = typeof time === 'number' ? time : inMilliseconds(time)
    await pause(Math.min(whole, longestWait), undefined, { signal })
    this.#now += whole
  }

  readonly decide = async <const N extends DecisionNames<System>>(
    decision: N,
    context: ContextOf<System, N>,
    {
      subject = this.subject,
      truth: _,
      ...options
    }: Omit<DecideOptions, 'subject'> & { subject?: string | null; truth?: boolean | number | string } = {},
  ): Promise<AnswerOf<System, N>> => {
    const { client, system } = this.#around
    const fallback = system.decisions.find(({ name }) => name === decision)?.fallback
    const whom =
      subject === null ? {} : { subject: subject.startsWith(simulated) ? subject : simulated + subject }
    const asked = { ...options, ...whom, ...(fallback !== undefined && { fallback }) }
    // A story cannot tell a fallback of the client, without an id, from one of the server; what it sends back is let go.
    return (await client.decide(decision, context, asked as typeof asked & { fallback: never })) as AnswerOf<
      System,
      N
    >
  }

  readonly exposure = async <const N extends DecisionNames<System>>(id: DecisionId<N>): Promise<void> => {
    await this.#around.client.exposure(id)
  }

  readonly feedback = async <const N extends DecisionNames<System>, const F extends FeedbackNames<System, N>>(
    id: DecisionId<N>,
    name: F,
    value: FeedbackValue<System, N, F>,
  ): Promise<void> => {
    await this.#around.client.feedback(id, name, value)
  }

  readonly truth = (): void => undefined

  readonly note = (): void => undefined

  readonly episode = async (episode: string): Promise<EpisodeDocument | undefined> => {
    try {
      return await this.#around.client.episode(episode)
    } catch (error) {
      if (error instanceof ClientError) return undefined
      throw error
    }
  }

  readonly queue = (decision?: DecisionNames<System>): Promise<readonly CaseDocument[]> => {
    return this.#around.calls.queue(decision)
  }

  readonly answerCase = (id: string, value: unknown, by: string): Promise<void> => {
    return this.#around.calls.answerCase(id, value, by)
  }
}
