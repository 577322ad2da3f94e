import type { Explanation } from '../spec/api.ts'
import type { Attribution } from '../spec/model.ts'
import { nothingRecent, type Recent, type Step } from '../spec/recent.ts'
import type { Seen } from './calibrate.ts'
import { attribute, explain } from './explain.ts'
import type { Asked, Said } from './moment.ts'
import type { Plan } from './plan.ts'

interface Reasons {
  readonly attribution: Attribution | undefined
  readonly explanation: Explanation | undefined
}

/**
 * What is known when experiences are filled in. Why the prediction came out so is worked out when first asked for:
 * a silent experience needs no explanation, and working one out takes longer than the prediction.
 */
export class Filling {
  readonly context: unknown
  readonly prediction: unknown
  readonly at: number
  readonly calibrated: boolean
  readonly recent: Recent
  readonly episode: string | undefined
  readonly step: Step | undefined
  readonly latched: Readonly<Record<string, string>> | undefined
  readonly #plan: Plan
  readonly #said: Said | undefined
  #reasons: Reasons | undefined

  constructor(plan: Plan, asked: Asked, said: Said | undefined, seen: Seen) {
    this.context = asked.context
    this.at = asked.at
    this.prediction = seen.ok ? seen.value : null
    this.calibrated = seen.ok && seen.calibrated
    this.recent = asked.recent ?? nothingRecent
    this.episode = asked.episode
    this.step = asked.step
    this.latched = asked.latched
    this.#plan = plan
    // A prediction that is not usable explains nothing, whatever the model says of it.
    this.#said = seen.ok ? said : undefined
  }

  get reasons(): Reasons {
    if (this.#reasons === undefined) {
      const attribution = attribute(this.#plan, this.#said)
      this.#reasons = { attribution, explanation: explain(this.#plan, attribution) }
    }
    return this.#reasons
  }

  get explanation(): Explanation | undefined {
    return this.reasons.explanation
  }
}

/** The parameters of an experience, checked against their schema. */
export type Filled = { readonly ok: true; readonly parameters: unknown } | { readonly ok: false }

const none: Filled = Object.freeze({ ok: true, parameters: null })

/** Makes the parameters of one experience. */
export function fill(plan: Plan, filling: Filling, index: number): Filled {
  const experience = plan.experiences[index]
  if (experience?.parameters === undefined || experience.fill === undefined) return none
  try {
    const made = experience.fill(filling)
    const result = experience.parameters['~standard'].validate(made)
    if (result instanceof Promise || result.issues !== undefined) return { ok: false }
    return { ok: true, parameters: result.value }
  } catch {
    return { ok: false }
  }
}
