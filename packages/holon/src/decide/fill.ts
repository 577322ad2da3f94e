import type { Explanation } from '../spec/api.ts'
import type { Plan } from './plan.ts'

/** What is known when an experience is filled in; the explanation is computed when first asked for. */
export interface Filling {
  readonly context: unknown
  readonly prediction: unknown
  readonly at: number
  readonly calibrated: boolean
  readonly explanation: Explanation | undefined
}

/** The parameters of an experience, checked against their schema. */
export type Filled = { readonly ok: true; readonly parameters: unknown } | { readonly ok: false }

/** Makes the parameters of one experience. */
export function fill(plan: Plan, filling: Filling, index: number): Filled {
  const experience = plan.experiences[index]
  if (experience?.parameters === undefined || experience.fill === undefined)
    return { ok: true, parameters: null }
  try {
    const made = experience.fill(filling)
    const result = experience.parameters['~standard'].validate(made)
    if (result instanceof Promise || result.issues !== undefined) return { ok: false }
    return { ok: true, parameters: result.value }
  } catch {
    return { ok: false }
  }
}
