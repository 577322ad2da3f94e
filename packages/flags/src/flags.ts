import type { Answer, Running } from 'holon'
import { Directory, fullKey, reserved } from './directory.ts'
import { type FlagError, flagError } from './failure.ts'
import { momentOf } from './moment.ts'
import { partOf } from './part.ts'
import { type Asked, demandType, type Place } from './place.ts'
import { reasonOf } from './reason.ts'
import type { Evaluation, EvaluationContext, FlagMetadata, FlagType } from './words.ts'

/** What is made of the answers behind flags. */
export interface FlagsOptions {
  /** What is told beside a value. Default: id, name, propensity and snapshot of the decision. */
  readonly metadata?: (answer: Answer, decision: string) => FlagMetadata
}

/** One of many flags: its value, or why it has none. */
export type Evaluated = Evaluation | { readonly key: string; readonly error: FlagError }

/**
 * Decisions of running systems, read as feature flags. A key is the name of a decision, `system/decision` where two systems
 * have it; what follows a dot is a part of the answer.
 *
 * | key | gives |
 * |---|---|
 * | `checkout`, declared by `flag` | the value of the experience that is met |
 * | `meter` | its name as a string; as a boolean, whether it is not the fallback; as an object, the answer |
 * | `meter.seconds` | that parameter |
 * | `meter.on`, `meter.answer` | the boolean and the object, for protocols that ask for no type |
 *
 * @example
 * ```ts
 * import { defineSystem, open, type Running } from 'holon'
 * import { flag, Flags } from '@holon/flags'
 * import { z } from 'zod'
 * const checkout = flag('checkout', {
 *   does: 'shows the new checkout',
 *   context: z.object({ country: z.string().meta({ dataClass: 'public' }) }),
 *   example: { country: 'de' },
 *   values: { old: false, new: true },
 *   fallback: 'old',
 *   serve: ({ country }) => (country === 'de' ? 'new' : 'old'),
 * })
 * const shop = defineSystem('shop', { purpose: 'sell', people: [], decisions: [checkout], goals: [] })
 * const flags = new Flags([(await open(shop)) as unknown as Running])
 * const { value, reason } = await flags.evaluate('checkout', 'boolean', { country: 'de' })
 * // true, 'TARGETING_MATCH'
 * ```
 */
export class Flags {
  readonly #directory: Directory
  readonly #metadata: NonNullable<FlagsOptions['metadata']>

  constructor(systems: readonly Running[], { metadata = aboutAnswer }: FlagsOptions = {}) {
    this.#directory = new Directory(systems)
    this.#metadata = metadata
  }

  /** Key of every decision of a system, or of one. */
  keysOf(system: string, decision?: string): readonly string[] {
    const places = [...this.#directory.keys].filter(
      ([place]) => place.system.name === system && (decision ?? place.decision.name) === place.decision.name,
    )
    return places.map(([, key]) => key)
  }

  /** The decisions, by `system/decision`, for which something may come back under a name. */
  withFeedback(name: string): readonly string[] {
    const has = ({ decision }: Place): boolean =>
      name === 'exposure' || decision.feedback.some((one) => one.name === name)
    return [...this.#directory.places].flatMap(([key, place]) => (has(place) ? [key] : []))
  }

  /** The decision, as `system/decision`, that a flag asks for. @throws FlagError `FLAG_NOT_FOUND` */
  decisionOf(key: string): string {
    return fullKey(this.#directory.find(key).place)
  }

  /** Takes a decision and answers the part that the key asks for. @throws FlagError */
  async evaluate(key: string, wanted: FlagType, context: EvaluationContext): Promise<Evaluation> {
    try {
      const asked = this.#directory.find(key)
      demandType(asked, wanted)
      const answer = await decide(asked.place, context)
      return this.#read(key, asked, answer, wanted)
    } catch (error) {
      throw flagError(error)
    }
  }

  /**
   * Evaluates every flag that can be known ahead: each decision is taken once and gives all its keys. Decisions that set
   * something in motion (a ladder, a case, a count of what a person met) are left out: nobody may meet what is evaluated
   * here.
   */
  async evaluateAll(context: EvaluationContext): Promise<readonly Evaluated[]> {
    const ahead = [...this.#directory.keys].filter(([place]) => !place.hasConsequences)
    const all = await Promise.all(ahead.map(([place, key]) => this.#every(place, key, context)))
    return all.flat()
  }

  async #every(place: Place, name: string, context: EvaluationContext): Promise<readonly Evaluated[]> {
    try {
      const answer = await decide(place, context)
      return partsOf(place).map((part) => {
        const asked: Asked = part === undefined ? { place } : { place, part }
        return this.#read(part === undefined ? name : `${name}.${part}`, asked, answer, 'any')
      })
    } catch (error) {
      return [{ key: name, error: flagError(error) }]
    }
  }

  #read(key: string, asked: Asked, answer: Answer, wanted: FlagType): Evaluation {
    const value = partOf(asked, answer, wanted)
    return {
      key,
      ...(value !== undefined && { value }),
      variant: answer.experience,
      reason: value === undefined ? 'DISABLED' : reasonOf(asked.place, answer),
      metadata: this.#metadata(answer, fullKey(asked.place)),
      id: answer.id,
    }
  }
}

function decide(place: Place, given: EvaluationContext): Promise<Answer> {
  const { context, options } = momentOf(place, given)
  return place.system.decide(place.decision.name, context, options)
}

/** Every part of an answer that has a key: of a flag its value alone. */
const partsOf = ({ isFlag, parameters }: Place): readonly (string | undefined)[] =>
  isFlag ? [undefined] : [undefined, ...new Set([...reserved, ...parameters.keys()])]

const aboutAnswer = ({ id, propensity, snapshot }: Answer, decision: string): FlagMetadata => ({
  id,
  decision,
  propensity,
  snapshot,
})
