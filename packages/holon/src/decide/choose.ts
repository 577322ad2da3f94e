import type { DecisionEntry } from '../spec/record.ts'
import type { Seen } from './calibrate.ts'
import type { Asked } from './moment.ts'
import { optionsFor, type Plan } from './plan.ts'

/** A probability for every experience, in the order of declaration, and the one that was drawn. */
export interface Chosen {
  readonly probabilities: readonly number[]
  readonly preferred: number
  readonly drawn: number
  /** Why the fallback was taken instead of a choice. */
  readonly code?: NonNullable<DecisionEntry['code']>
}

/** Stage 4: the policy spreads probability over the experiences, and the draw picks one. */
export function choose(plan: Plan, asked: Asked, seen: Seen): Chosen {
  if (!seen.ok) return fallBack(plan, seen.fault.code)
  try {
    const options = optionsFor(plan, asked.context, seen.value)
    const { probabilities, preferred } = plan.decision.policy.choose({
      prediction: seen.value,
      context: asked.context,
      options,
    })
    if (!isDistribution(probabilities, plan.experiences.length)) return fallBack(plan, 'policy-failed')
    return { probabilities, preferred, drawn: pick(probabilities, asked.draw) }
  } catch {
    return fallBack(plan, 'policy-failed')
  }
}

function fallBack(plan: Plan, code: NonNullable<DecisionEntry['code']>): Chosen {
  const probabilities = plan.experiences.map((_, index) => (index === plan.fallback ? 1 : 0))
  return { probabilities, preferred: plan.fallback, drawn: plan.fallback, code }
}

function isDistribution(probabilities: readonly number[], count: number): boolean {
  let sum = 0
  for (const probability of probabilities) {
    if (!(probability >= 0)) return false
    sum += probability
  }
  return probabilities.length === count && Math.abs(sum - 1) < 1e-9
}

/** The index whose share of [0, 1) holds the draw; never one of probability 0. */
export function pick(probabilities: readonly number[], draw: number): number {
  let reached = 0
  let last = 0
  for (const [index, probability] of probabilities.entries()) {
    if (probability === 0) continue
    reached += probability
    last = index
    if (draw < reached) return index
  }
  return last
}
