import type { DecisionEntry, Intervention } from '../spec/record.ts'
import type { Verdict } from '../system/guardrail.ts'
import type { Chosen } from './choose.ts'
import { type Filling, fill } from './fill.ts'
import type { Plan } from './plan.ts'

/** What a person would meet, after the guardrails. */
export interface Outcome {
  readonly experience: number
  readonly parameters: unknown
  readonly interventions: readonly Intervention[]
  readonly code?: NonNullable<DecisionEntry['code']>
}

/** The action that passed, and the probability of every experience once the guardrails are counted in. */
export interface Guarded {
  readonly outcome: Outcome
  readonly probabilities: Readonly<Record<string, number>>
}

/**
 * Stage 5: every guardrail sees the action, outside the model and after everything else. Because guardrails are pure,
 * what they would do to the experiences that were not drawn is known too, and the logged probability of an experience
 * is the true one: of all draws that would end in it.
 */
export function guard(plan: Plan, filling: Filling, chosen: Chosen): Guarded {
  const probabilities: Record<string, number> = {}
  let outcome: Outcome | undefined
  for (const [index, probability] of chosen.probabilities.entries()) {
    if (probability === 0) continue
    const reached = pass(plan, filling, index, chosen.code)
    if (index === chosen.drawn) outcome = reached
    const name = nameOf(plan, reached.experience)
    probabilities[name] = (probabilities[name] ?? 0) + probability
  }
  return { outcome: outcome ?? pass(plan, filling, chosen.drawn, chosen.code), probabilities }
}

/** Leads one action past all guardrails; after a change it meets all of them again, so that nothing runs after a guardrail unseen. */
function pass(plan: Plan, filling: Filling, wanted: number, code: Outcome['code']): Outcome {
  const { guardrails } = plan.decision
  let action = settle(plan, filling, {
    experience: wanted,
    parameters: undefined,
    interventions: [],
    ...(code && { code }),
  })
  for (let round = 0; round <= guardrails.length + plan.experiences.length; round++) {
    let changed = false
    for (const guardrail of guardrails) {
      const next = apply(plan, filling, action, guardrail)
      changed ||= next !== action
      action = next
    }
    if (!changed) return action
  }
  return settle(plan, filling, { ...action, experience: plan.fallback, code: 'guardrail-failed' })
}

function apply(
  plan: Plan,
  filling: Filling,
  action: Outcome,
  guardrail: Plan['decision']['guardrails'][number],
): Outcome {
  const from = nameOf(plan, action.experience)
  let verdict: Verdict<Record<string, unknown>>
  try {
    verdict = guardrail.check({
      context: filling.context,
      action: { experience: from, parameters: action.parameters },
      at: filling.at,
      calibrated: filling.calibrated,
    })
  } catch {
    return action.experience === plan.fallback && action.code === 'guardrail-failed'
      ? action
      : settle(plan, filling, { ...action, experience: plan.fallback, code: 'guardrail-failed' })
  }
  if (verdict.do === 'allow') return action
  const to = verdict.do === 'clamp' ? from : verdict.experience
  const interventions = [
    ...action.interventions,
    { guardrail: guardrail.name, did: verdict.do, from, to, because: verdict.because },
  ]
  if (verdict.do === 'clamp') return { ...action, parameters: verdict.parameters, interventions }
  const experience = plan.experiences.findIndex((one) => one.name === to)
  if (experience === -1)
    return settle(plan, filling, { ...action, experience: plan.fallback, code: 'guardrail-failed' })
  return settle(plan, filling, { ...action, experience, interventions })
}

/** Fills in the parameters of an action's experience; where that fails the fallback takes its place. */
function settle(plan: Plan, filling: Filling, action: Outcome): Outcome {
  const filled = fill(plan, filling, action.experience)
  if (filled.ok) return { ...action, parameters: filled.parameters }
  const fallback = fill(plan, filling, plan.fallback)
  return {
    ...action,
    experience: plan.fallback,
    parameters: fallback.ok ? fallback.parameters : null,
    code: action.code ?? 'present-failed',
  }
}

const nameOf = (plan: Plan, index: number): string => plan.experiences[index]?.name ?? plan.decision.fallback
