import type { Explanation } from 'holon'

/** One step on the way from the typical case to this one. */
export interface Step {
  readonly fact: string
  readonly value: string
  readonly reference: string
  readonly by: number
  /** Where it starts and ends, in the unit of the prediction. */
  readonly from: number
  readonly to: number
}

/** The steps of an explanation, largest first, and the stretch of numbers they touch. */
export interface Waterfall {
  readonly steps: readonly Step[]
  readonly low: number
  readonly high: number
}

/** Lays the facts end to end from base to value. Beyond `most` the smallest are told as one. */
export function waterfallOf({ base, value, facts }: Explanation, most = 8): Waterfall {
  const told = facts.length <= most ? facts : [...facts.slice(0, most - 1), rest(facts.slice(most - 1))]
  let reached = base
  const steps = told.map((fact) => {
    const from = reached
    reached += fact.by
    return { ...fact, from, to: reached }
  })
  const touched = [base, value, ...steps.map((step) => step.to)]
  return { steps, low: Math.min(...touched), high: Math.max(...touched) }
}

function rest(facts: Explanation['facts']): Explanation['facts'][number] {
  const by = facts.reduce((sum, fact) => sum + fact.by, 0)
  return { fact: `${facts.length} smaller facts`, value: '', reference: '', by }
}
