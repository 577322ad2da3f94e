import type { Spent } from '../spec/recent.ts'
import type { DecisionEntry } from '../spec/record.ts'
import type { Option } from '../system/policy.ts'
import { amongAll } from './among-all.ts'
import type { Seen } from './calibrate.ts'
import { heldBack } from './held-back.ts'
import type { Asked } from './moment.ts'
import { optionsFor, type Plan } from './plan.ts'

/** A probability for every experience, in the order of declaration, and the one that was drawn. */
export interface Chosen {
  readonly probabilities: readonly number[]
  readonly preferred: number
  readonly drawn: number
  /** Why the fallback was taken instead of a choice. */
  readonly code?: NonNullable<DecisionEntry['code']>
  /** Expected utilities of the experiences that were weighed by them. */
  readonly utilities?: Readonly<Record<string, number>>
  /** Experiences that a limit held back. */
  readonly held?: Readonly<Record<string, Spent>>
  /** What an apprentice would have done. */
  readonly apprentice?: NonNullable<DecisionEntry['apprentice']>
}

/**
 * Stage 4: the policy spreads probability over the experiences that no limit holds back, and the draw picks one. A step
 * of a ladder is taken as it comes: what it may not do is the guardrails' to say.
 */
export function choose(plan: Plan, asked: Asked, seen: Seen): Chosen {
  if (asked.step !== undefined) return take(plan, stepIndex(plan, asked.step.step))
  if (!seen.ok) return { ...take(plan, plan.fallback), code: seen.fault.code }
  try {
    return weigh(plan, asked, seen.value) ?? policyFailed(plan)
  } catch {
    return policyFailed(plan)
  }
}

const policyFailed = (plan: Plan): Chosen => ({ ...take(plan, plan.fallback), code: 'policy-failed' })

/** Undefined where the policy answers no distribution. */
function weigh(plan: Plan, asked: Asked, prediction: unknown): Chosen | undefined {
  const { policy, limits } = plan.decision
  const all = optionsFor(plan, asked, prediction)
  const held = limits.length === 0 ? undefined : heldBack(plan, asked.recent)
  const options = held === undefined ? all : all.filter((option) => held[option.name] === undefined)
  const choice = policy.choose({ prediction, context: asked.context, options })
  if (!isDistribution(choice.probabilities, options.length)) return undefined
  const spread = held === undefined ? choice : amongAll(all, options, choice)
  const chosen: { -readonly [K in keyof Chosen]: Chosen[K] } = {
    probabilities: spread.probabilities,
    preferred: spread.preferred,
    drawn: pick(spread.probabilities, asked.draw),
  }
  if (policy.byUtility === true) chosen.utilities = utilitiesOf(options)
  if (held !== undefined) chosen.held = held
  if (choice.apprentice !== undefined)
    chosen.apprentice = apprenticeOf(options, choice.apprentice, asked.draw)
  return chosen
}

/** The same draw would have picked it. */
const apprenticeOf = (options: readonly Option[], probabilities: readonly number[], draw: number) => ({
  experience: options[pick(probabilities, draw)]?.name ?? '',
  probabilities: Object.fromEntries(options.map(({ name }, i) => [name, probabilities[i] ?? 0])),
})

function utilitiesOf(options: readonly Option[]): Readonly<Record<string, number>> {
  const utilities: Record<string, number> = {}
  for (const { name, utility } of options) utilities[name] = utility
  return utilities
}

const stepIndex = (plan: Plan, step: number): number => {
  const name = plan.decision.ladder?.steps[step]?.experience
  const index = plan.experiences.findIndex((one) => one.name === name)
  return index === -1 ? plan.fallback : index
}

/** One experience for certain. */
function take(plan: Plan, index: number): Chosen {
  const probabilities = plan.experiences.map((_, at) => (at === index ? 1 : 0))
  return { probabilities, preferred: index, drawn: index }
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
