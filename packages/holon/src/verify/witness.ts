import { askedIn } from '../decide/audits.ts'
import type { Json } from '../spec/json.ts'
import type { OpenEntry } from '../spec/record.ts'
import type { Answer } from '../spec/running.ts'
import type { Invariant, ToldPart } from './verification.ts'

/** An answer with what came back for it still to come. */
export interface Told extends ToldPart {
  readonly back: { name: string; value: Json; at: number }[]
}

/** As many earlier answers an invariant is shown. */
const shown = 100

/** What people were answered in one story. */
export class Witness {
  readonly #all: Told[] = []
  readonly #byPerson = new Map<string, Told[]>()

  /** The latest answer that satisfies a condition, of a person if given. */
  latest(condition: (told: Told) => boolean, subject?: string): Told | undefined {
    const all = subject === undefined ? this.#all : this.#byPerson.get(subject)
    return all?.findLast(condition)
  }

  /** Adds an answer, and answers the moment that invariants see. */
  add(told: Told): ToldPart & { readonly before: readonly ToldPart[] } {
    this.#all.push(told)
    const person = told.subject ?? ''
    const mine = this.#byPerson.get(person) ?? []
    this.#byPerson.set(person, mine)
    const place = mine.push(told) - 1
    return {
      ...told,
      get before() {
        return mine.slice(Math.max(0, place - shown), place).reverse()
      },
    }
  }
}

/** The margin by which an invariant holds; infinite where it only says yes or no. Below 0 it is broken. */
export function marginOf<M>({ holds }: Invariant<M>, moment: M): { margin: number; because: string } {
  try {
    const said = holds(moment)
    if (said === true) return { margin: Number.POSITIVE_INFINITY, because: '' }
    if (said === false) return { margin: Number.NEGATIVE_INFINITY, because: 'it does not hold' }
    if (said >= 0) return { margin: said, because: '' }
    return { margin: said < 0 ? said : Number.NEGATIVE_INFINITY, because: `its margin is ${said}` }
  } catch (error) {
    return {
      margin: Number.NEGATIVE_INFINITY,
      because: `it threw: ${error instanceof Error ? error.message : String(error)}`,
    }
  }
}

/** The answer of a step that a ladder took by itself, as far as the record tells. */
export function answerOf(record: OpenEntry, parameters: unknown, style: Answer['style']): Answer {
  const { id, experience, reason, degraded, interventions, propensity, snapshot, code, predictions } = record
  return {
    ...{ id, experience, style, forcefulness: 0, parameters, reason, degraded, propensity, snapshot },
    prediction: predictions[0]?.value ?? null,
    guardrails: interventions,
    audits: askedIn(record.audits),
    model: predictions.map(({ model, version }) => ({ name: model, version })),
    arms: record.arms,
    ...(code !== undefined && { code }),
  }
}
