import type { Clock, Registry } from '../spec/ports.ts'
import { Dues } from './dues.ts'
import { Shelf } from './shelf.ts'
import { Turns } from './turns.ts'

/** A case that was handed to somebody, as the registry keeps it. */
export interface Case {
  /** That of the decision; followed by the name of the feedback where that handed it over. */
  readonly id: string
  /** The decision it is about, and its decision point. */
  readonly about: string
  readonly decision: string
  /** Pseudonym of whom the decision concerns. */
  readonly person: string
  readonly to: string
  readonly asks: string
  /** Feedback that is the answer. */
  readonly answer: string
  readonly at: number
  readonly due: number
  /** Feedback that handed it over; absent where the decision did. */
  readonly feedback?: string
  readonly claimed?: { readonly by: string; readonly until: number }
  /** An answer on its way into the log. */
  readonly answering?: Answered
  readonly answered?: Answered
  /** Somebody was told that it is overdue. */
  readonly told?: true
}

/** Who answered a case and when; nobody by name where the feedback came without the queue. */
export interface Answered {
  readonly at: number
  readonly by?: string
  /** Sealed for the person the decision concerns. */
  readonly note?: string
}

/** What the cases of a system stand on. */
export interface CasesInit {
  readonly registry: Registry
  readonly clock: Clock
  readonly system: string
  /** Tells somebody that a case is overdue. Answers false where it was dropped instead. */
  overdue(one: Case): Promise<boolean>
}

/** Idempotency keys that only the answers of cases have, so that nobody's feedback takes the place of one. */
export const caseKeys = 'case/'

/** The cases that wait for somebody's answer, durable in the registry, and those that were answered lately. */
export class Cases {
  readonly #init: CasesInit
  readonly #shelf: Shelf<Case>
  readonly #dues: Dues
  readonly #turns = new Turns()
  readonly #open = new Map<string, Case>()

  constructor(init: CasesInit) {
    this.#init = init
    const { registry, clock, system } = init
    this.#shelf = new Shelf<Case>({ registry, clock, collection: `queue/${system}`, keyOf, overSince })
    this.#dues = new Dues(clock)
  }

  /** Reads what was open when the system was last open. Of what became overdue meanwhile somebody is told at once. */
  async resume(): Promise<void> {
    for (const one of await this.#shelf.cleared()) {
      if (one.answered !== undefined) continue
      this.#open.set(one.id, one)
      this.arm(one)
    }
  }

  /** Runs work that must not happen at the same time as anything else with a case. */
  turn<T>(id: string, work: () => Promise<T>): Promise<T> {
    return this.#turns.take(id, work)
  }

  /** Those that wait for an answer. */
  open(): readonly Case[] {
    return [...this.#open.values()]
  }

  /** Those that were answered within a month. */
  async answered(): Promise<readonly Case[]> {
    return (await this.#shelf.all()).filter(({ answered }) => answered !== undefined)
  }

  /** An open case, or one that was answered lately. */
  async get(id: string): Promise<Case | undefined> {
    return this.#open.get(id) ?? this.#shelf.get(id)
  }

  /** Adds a case, durably. It counts among the open ones from the call on. */
  async add(one: Case): Promise<void> {
    this.#open.set(one.id, one)
    try {
      await this.#shelf.clear()
      await this.keep(one)
    } catch (error) {
      this.#open.delete(one.id)
      throw error
    }
  }

  /** Somebody is told when the case is overdue. */
  arm(one: Case): void {
    if (one.told === true) return
    const what = `Telling that a case of "${one.decision}" is overdue`
    const work = () => this.turn(one.id, () => this.#tell(one.id))
    this.#dues.set({ key: one.id, what, work }, one.due - this.#init.clock.now())
  }

  /** Replaces a case by what became of it, durably. */
  async keep(one: Case): Promise<void> {
    await this.#shelf.put(one)
    if (one.answered === undefined) {
      this.#open.set(one.id, one)
      return
    }
    this.#open.delete(one.id)
    this.#dues.drop(one.id)
  }

  /** Drops a case without an answer. */
  async drop(one: Case): Promise<void> {
    this.#open.delete(one.id)
    this.#dues.drop(one.id)
    await this.#shelf.remove(one)
  }

  /** Drops the open cases that concern a person. */
  async forget(person: string): Promise<void> {
    const theirs = this.open().filter((one) => one.person === person)
    await Promise.all(theirs.map((one) => this.turn(one.id, () => this.drop(one))))
  }

  /** What could not be told yet, in words. */
  problems(): readonly string[] {
    return this.#dues.problems()
  }

  /** Tells nobody anything until the system is opened again. */
  close(): Promise<void> {
    return this.#dues.stop()
  }

  async #tell(id: string): Promise<void> {
    const one = this.#open.get(id)
    if (one === undefined || one.told === true) return
    if (await this.#init.overdue(one)) await this.keep({ ...one, told: true })
  }
}

const keyOf = ({ id }: Case): string => id

const overSince = ({ answered }: Case): number | undefined => answered?.at
