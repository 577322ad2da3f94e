import type { ClientPart } from '../src/create-hooks.ts'
import type { mail } from '../src/mail.fixture.ts'

/** How the pretended server behaves. */
export type Mood = 'here' | 'away' | 'refuses'

/** One thing that arrived. */
export interface Arrival {
  readonly turn: number
  readonly line: string
}

const delay = 300

/** A client without a server: remembers what would have arrived there. */
export class PretendedClient {
  mood: Mood = 'here'
  arrived: readonly Arrival[] = []
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly client = {
    decide: async (_decision: string, _context: unknown, { key = 'letter' }: { key?: string } = {}) => {
      await new Promise((resolve) => setTimeout(resolve, delay))
      return { ...answer, id: key }
    },
    exposure: (id: string) => this.#take(`seen ${id}`),
    feedback: (id: string, name: string, value: unknown) =>
      this.#take(`${name} of ${id}: ${JSON.stringify(value)}`),
    retract: (id: string, name: string) => this.#take(`${name} of ${id} taken back`),
  } as unknown as ClientPart<typeof mail>

  async #take(line: string): Promise<boolean> {
    if (this.mood === 'away') return new Promise(() => undefined)
    if (this.mood === 'here') {
      this.arrived = [{ turn: this.arrived.length, line }, ...this.arrived]
      for (const listener of this.#listeners) listener()
    }
    await new Promise((resolve) => setTimeout(resolve, delay))
    return this.mood === 'here'
  }
}

const answer = {
  experience: 'note',
  style: 'annotate',
  forcefulness: 0.2,
  parameters: { percent: 82 },
  text: 'This letter asks for a password, and its sender is new to you.',
  prediction: 0.82,
  explanation: {
    sentences: ['Three things about this letter are unlike those you usually get from a bank.'],
    base: 4,
    value: 82,
    facts: [
      { fact: 'links to', value: 'bank-login.example', reference: 'bank.example', by: 46 },
      { fact: 'asks for', value: 'a password', reference: 'nothing', by: 38 },
      { fact: 'sent at', value: '10:04', reference: 'office hours', by: -6 },
    ],
  },
  reason: 'policy',
  degraded: false,
  guardrails: [],
  audits: ['useful'],
  propensity: 1,
  model: [],
  snapshot: '',
}
