import type { Noticed } from '../../noticed.ts'
import { patience } from '../../patience.ts'
import { type Standing, standingOf } from '../episode/standing.ts'
import { type AlarmId, client } from '../holon.ts'
import { changeWearer, randomId, wearer } from '../wearer.ts'
import { asksAlone } from './judge-alone.ts'

/** What the watch is at. `alone`: the server does not answer, and the watch asks by itself; `unheard`: so it does, in vain. */
export type State =
  | { readonly at: 'rest' | 'deciding' }
  | { readonly at: 'episode'; readonly standing: Standing }
  | { readonly at: 'alone' | 'unheard'; readonly noticed: Noticed; readonly episode: string }

/** Milliseconds between two looks at an episode, and between two attempts to reach the server. */
const look = 1_000
const again = 5_000

/** One alarm after the other: asks the server what to do of a moment, and follows the episode to its end. */
export class Alarm {
  #state: State = { at: 'rest' }
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Raised by everything that begins or ends: an answer to what was asked in an earlier turn changes nothing here. */
  #turn = 0
  /** The question asked last, and when by the clock of this device, which need not be that of the server. */
  #asked: { readonly id: string; readonly at: number } | undefined
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly state = (): State => this.#state

  /** Whole seconds that are left to answer a question. */
  secondsLeft({ id, due }: { readonly id: string; readonly due: number }): number {
    const by = this.#asked?.id === id ? this.#asked.at + patience.wearer * 1_000 : due
    return Math.min(patience.wearer, Math.max(1, Math.ceil((by - Date.now()) / 1_000)))
  }

  /** Goes on with the episode that was not over when the page was left. */
  async resume(): Promise<void> {
    const { episode } = wearer()
    if (episode !== undefined && this.#state.at === 'rest') await this.#follow(episode)
  }

  /** Stops looking. */
  readonly halt = (): void => {
    this.#nextTurn()
  }

  /** A moment was noticed. While one is being dealt with, others are part of it. */
  async notice(noticed: Noticed): Promise<void> {
    const { at } = this.#state
    if (at !== 'rest' && !this.#isOver) return
    await this.#ask(noticed, randomId())
  }

  /** The wearer calls for help, whatever goes on. */
  async call(noticed: Noticed): Promise<void> {
    if (this.#state.at === 'episode' && !this.#isOver) this.needHelp()
    else await this.#ask(noticed, randomId())
  }

  /** Says that all is well. */
  fine(): void {
    const state = this.#state
    if (state.at === 'alone' || state.at === 'unheard') this.rest()
    else this.#say('fine')
  }

  /** Says that help is needed, at once. */
  needHelp(): void {
    const state = this.#state
    if (state.at === 'alone') this.unheard()
    else this.#say('needsHelp')
  }

  /** The time to answer is over, and there is no server to go on. */
  unheard(): void {
    if (this.#state.at !== 'alone') return
    this.#become({ ...this.#state, at: 'unheard' })
    this.#retry()
  }

  /** All is said about an episode. */
  rest(): void {
    this.#nextTurn()
    changeWearer({ episode: undefined })
    this.#become({ at: 'rest' })
  }

  get #isOver(): boolean {
    return this.#state.at === 'episode' && this.#state.standing.is === 'over'
  }

  /** Nothing is looked at any more, and whoever still waits is late. */
  #nextTurn(): number {
    clearTimeout(this.#timer)
    this.#turn += 1
    return this.#turn
  }

  async #ask(noticed: Noticed, episode: string): Promise<void> {
    const turn = this.#nextTurn()
    if (this.#state.at !== 'unheard') this.#become({ at: 'deciding' })
    const { subject } = wearer()
    const options = {
      subject,
      episode,
      key: `${episode}/begin`,
      fallback: 'nothing',
      timeout: 4_000,
    } as const
    const answer = await client.decide('fall-alarm', noticed, options)
    if (turn !== this.#turn) {
      if (answer.id !== null && answer.experience !== 'nothing') this.#late(answer.id, episode)
      return
    }
    if (answer.id === null) {
      await this.#goAlone(noticed, episode)
      return
    }
    if (answer.experience === 'nothing') {
      this.rest()
      return
    }
    this.#asked = { id: answer.id, at: Date.now() }
    changeWearer({ episode })
    await this.#follow(episode)
  }

  /** An episode began for somebody who has gone on: they said that all is well, or left the page and may come back to it. */
  #late(id: AlarmId, episode: string): void {
    if (this.#state.at === 'rest') void client.feedback(id, 'fine', true)
    else if (wearer().episode === undefined) changeWearer({ episode })
  }

  async #goAlone(noticed: Noticed, episode: string): Promise<void> {
    const turn = this.#turn
    if (this.#state.at === 'unheard') {
      this.#retry()
      return
    }
    const asks = await asksAlone(noticed)
    if (turn !== this.#turn) return
    if (asks) {
      this.#become({ at: 'alone', noticed, episode })
      if (noticed.called) this.unheard()
    } else this.rest()
  }

  #retry(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      if (this.#state.at === 'unheard') void this.#ask(this.#state.noticed, this.#state.episode)
    }, again)
  }

  async #follow(episode: string): Promise<void> {
    const turn = this.#nextTurn()
    const document = await client.episode(episode).catch(() => undefined)
    if (turn !== this.#turn) return
    const standing = document === undefined ? undefined : standingOf(document)
    if (standing !== undefined) this.#become({ at: 'episode', standing })
    else if (this.#state.at === 'deciding') this.#become({ at: 'rest' })
    if (this.#isOver) {
      changeWearer({ episode: undefined })
      return
    }
    this.#timer = setTimeout(() => void this.#follow(episode), look)
  }

  #say(name: 'fine' | 'needsHelp'): void {
    if (this.#state.at !== 'episode') return
    const { episode } = wearer()
    const turn = this.#turn
    const sent = client.feedback(this.#state.standing.id, name, true)
    if (episode !== undefined) void sent.then(() => (turn === this.#turn ? this.#follow(episode) : undefined))
  }

  #become(state: State): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
