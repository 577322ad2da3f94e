import type { Clock, Registry } from '../spec/ports.ts'
import type { OpenEntry } from '../spec/record.ts'
import type { LadderPart } from '../system/ladder.ts'
import { Dues } from './dues.ts'
import { Shelf } from './shelf.ts'
import { Turns } from './turns.ts'

/** How a ladder stands in an episode, as the registry keeps it. */
export interface Climb {
  readonly decision: string
  readonly episode: string
  /** Pseudonym of whom it concerns. */
  readonly person: string
  /** Decisions of the episode, oldest first. Those that are not a step were taken while the ladder went on. */
  readonly decisions: readonly Taken[]
  /** The step that is taken if nothing comes back; none after the last, or once it has ended. */
  readonly next?: { readonly step: number; readonly due: number; readonly because: string }
  readonly ended?: Ended
}

/** A decision of an episode. */
export interface Taken {
  readonly id: string
  readonly at: number
  readonly step?: number
}

/** What ended a ladder: the name of the feedback, or why it could not go on. */
export interface Ended {
  readonly by: string
  readonly at: number
}

/** What became of the attempt to take the next step: it was taken, all is over, or there was never a first one. */
export type Attempt = Taken | Ended | undefined

/** What begins with a decision whose record is not durable yet. */
export interface Begun {
  /** The record is durable, or may be. */
  arm(): void
  /** There is no such record. */
  withdraw(): Promise<void>
}

/** What the climbs of a system stand on. */
export interface ClimbsInit {
  readonly registry: Registry
  readonly clock: Clock
  readonly system: string
  /** The ladder of a decision point. */
  ladderOf(decision: string): LadderPart | undefined
  /** Takes the next step. */
  step(climb: Climb): Promise<Attempt>
}

/** Idempotency keys that only the steps of ladders have, so that nobody else's decision takes the place of a step. */
export const stepKeys = 'ladder/'

/** Decisions of an episode that are kept by name. */
const longest = 200

/**
 * The ladders that are being climbed, durable in the registry. One after the other happens to a climb: deciding in its
 * episode, a step, something that comes back.
 */
export class Climbs {
  readonly #init: ClimbsInit
  readonly #shelf: Shelf<Climb>
  readonly #dues: Dues
  readonly #turns = new Turns()
  /** Those with a next step, by key. */
  readonly #pending = new Map<string, Climb>()

  constructor(init: ClimbsInit) {
    this.#init = init
    const { registry, clock, system } = init
    this.#shelf = new Shelf<Climb>({ registry, clock, collection: `ladders/${system}`, keyOf, overSince })
    this.#dues = new Dues(clock)
  }

  /** Goes on with what was pending when the system was last open. Steps that are overdue are taken at once. */
  async resume(): Promise<void> {
    for (const climb of await this.#shelf.cleared()) {
      if (climb.next === undefined) continue
      this.#pending.set(keyOf(climb), climb)
      this.#arm(climb)
    }
  }

  /** Runs work that must not happen at the same time as anything else in an episode. */
  turn<T>(decision: string, episode: string, work: () => Promise<T>): Promise<T> {
    return this.#turns.take(keyOf({ decision, episode }), work)
  }

  /** The climb of an episode, if there ever was one. */
  async of(decision: string, episode: string): Promise<Climb | undefined> {
    const key = keyOf({ decision, episode })
    return this.#pending.get(key) ?? this.#shelf.get(key)
  }

  /**
   * Notes a decision that is about to be recorded, durably: the first step of a climb, or one more decision of an episode
   * in which a ladder goes on already, whose step and time to wait stay what they are. For a decision that is given an
   * episode, call it in the turn of that episode.
   */
  async begin(entry: OpenEntry, person: string): Promise<Begun | undefined> {
    const { id, at, decision, episode, experience } = entry
    if (episode === undefined || entry.step !== undefined) return undefined
    const ladder = this.#init.ladderOf(decision)
    const step = ladder?.steps.findIndex((one) => one.experience === experience) ?? -1
    const pending = this.#pending.get(keyOf({ decision, episode }))
    if (step === -1 && pending === undefined) return undefined
    const there = pending ?? (await this.of(decision, episode))
    if (there !== undefined) {
      await this.#join(there, { id, at })
      return undefined
    }
    await this.#shelf.clear()
    const next = nextStep(ladder, step, at)
    const climb = { decision, episode, person, decisions: [{ id, at, step }], ...next }
    await this.#keep(climb)
    return { arm: () => this.#arm(climb), withdraw: () => this.#forget(climb) }
  }

  /**
   * Feedback came back for a decision of an episode, and is durable. Resolves once the climb has ended, durably, or the
   * step was tried that it hurries.
   */
  async cameBack({ id, at, decision, episode }: OpenEntry, feedback: string, when: number): Promise<void> {
    const ladder = this.#init.ladderOf(decision)
    if (ladder === undefined || episode === undefined) return
    const ends = ladder.endedBy.includes(feedback)
    if (!ends && !ladder.hurriedBy.includes(feedback)) return
    const hurried = await this.turn(decision, episode, async () => {
      const climb = await this.of(decision, episode)
      if (climb === undefined || climb.ended !== undefined) return undefined
      if (ends) await this.#end(climb, { by: feedback, at: when })
      else if (climb.next !== undefined && isLatest(climb, { id, at })) {
        return this.#keep({ ...climb, next: { ...climb.next, due: when, because: feedback } })
      }
      return undefined
    })
    if (hurried?.next !== undefined) await this.#dues.run(this.#dueOf(hurried, hurried.next.step))
  }

  /** Ends all climbs that concern a person, and answers them. */
  async end(person: string, by: string): Promise<readonly Climb[]> {
    const theirs = [...this.#pending.values()].filter((one) => one.person === person)
    const ended = theirs.map(({ decision, episode }) =>
      this.turn(decision, episode, async () => {
        const climb = this.#pending.get(keyOf({ decision, episode }))
        if (climb !== undefined) await this.#end(climb, { by, at: this.#init.clock.now() })
        return climb
      }),
    )
    return (await Promise.all(ended)).filter((climb) => climb !== undefined)
  }

  /** Steps that could not be taken yet, in words. */
  problems(): readonly string[] {
    return this.#dues.problems()
  }

  /** Takes no more steps until the system is opened again. */
  close(): Promise<void> {
    return this.#dues.stop()
  }

  async #join(climb: Climb, taken: Taken): Promise<void> {
    if (climb.decisions.length >= longest) return
    await this.#keep({ ...climb, decisions: [...climb.decisions, taken] })
  }

  /** Takes a step, unless it was taken while it waited for its turn: then the one after it stays due when it is. */
  #next(key: string, step: number): Promise<void> {
    return this.#turns.take(key, async () => {
      const climb = this.#pending.get(key)
      if (climb?.next === undefined) return
      if (climb.next.step !== step) return this.#arm(climb)
      const attempt = await this.#init.step(climb)
      if (attempt === undefined) return this.#forget(climb)
      if ('by' in attempt) return this.#end(climb, attempt)
      const { next: _, ...rest } = climb
      const next = nextStep(this.#init.ladderOf(climb.decision), climb.next.step, attempt.at)
      this.#arm(await this.#keep({ ...rest, decisions: [...climb.decisions, attempt], ...next }))
    })
  }

  async #end(climb: Climb, ended: Ended): Promise<void> {
    const { next: _, ...rest } = climb
    await this.#keep({ ...rest, ended })
    this.#dues.drop(keyOf(climb))
  }

  async #keep(climb: Climb): Promise<Climb> {
    const key = keyOf(climb)
    await this.#shelf.put(climb)
    if (climb.next === undefined) this.#pending.delete(key)
    else this.#pending.set(key, climb)
    return climb
  }

  async #forget(climb: Climb): Promise<void> {
    const key = keyOf(climb)
    this.#pending.delete(key)
    this.#dues.drop(key)
    await this.#shelf.remove(climb)
  }

  /** A clock that was set back in the meantime must not make anybody wait longer than the step does. */
  #arm(climb: Climb): void {
    if (climb.next === undefined) return
    const { due, step } = climb.next
    const wait = this.#init.ladderOf(climb.decision)?.steps[step - 1]?.wait ?? 0
    this.#dues.set(this.#dueOf(climb, step), Math.min(wait, due - this.#init.clock.now()))
  }

  #dueOf(climb: Climb, step: number) {
    const key = keyOf(climb)
    const what = `The next step of a ladder of "${climb.decision}"`
    return { key, what, work: () => this.#next(key, step) }
  }
}

const keyOf = ({ decision, episode }: Pick<Climb, 'decision' | 'episode'>): string => `${decision}/${episode}`

/** A ladder after its last step, or its end, is over. */
const overSince = ({ next, decisions }: Climb): number | undefined =>
  next === undefined ? decisions.at(-1)?.at : undefined

/** What follows a step taken at a time; nothing after the last. */
function nextStep(ladder: LadderPart | undefined, step: number, at: number): Pick<Climb, 'next'> {
  const wait = ladder?.steps[step]?.wait
  return wait === undefined ? {} : { next: { step: step + 1, due: at + wait, because: 'silence' } }
}

/** Whether a decision is the latest step or came after it: who answers an earlier one again hurries nothing once more. */
function isLatest({ decisions }: Climb, { id, at }: Taken): boolean {
  const latest = decisions.findLastIndex((one) => one.step !== undefined)
  const place = decisions.findIndex((one) => one.id === id)
  return place === -1 ? at >= (decisions[latest]?.at ?? 0) : place >= latest
}
