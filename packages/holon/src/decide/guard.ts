import type { DecisionEntry, Intervention } from '../spec/record.ts'
import { unknownName } from '../spec/unknown-name.ts'
import type { Chosen } from './choose.ts'
import { type Filling, fill } from './fill.ts'
import type { Plan } from './plan.ts'

/** What a person would meet, after the guardrails. */
export interface Outcome {
  readonly experience: number
  readonly parameters: unknown
  readonly interventions: readonly Intervention[]
  readonly code: DecisionEntry['code'] | undefined
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
  for (let index = 0; index < chosen.probabilities.length; index++) {
    const probability = chosen.probabilities[index] ?? 0
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
  let action = settle(plan, filling, wanted, untouched, code)
  for (let round = 0; round <= guardrails.length + plan.experiences.length; round++) {
    let changed = false
    for (const guardrail of guardrails) {
      const next = apply(plan, filling, action, guardrail)
      changed ||= next !== action
      action = next
    }
    if (!changed) return action
  }
  return settle(plan, filling, plan.fallback, action.interventions, 'guardrail-failed')
}

const untouched: readonly Intervention[] = Object.freeze([])

/** The action after one guardrail: itself when allowed. A guardrail that fails leads to the fallback. */
function apply(plan: Plan, filling: Filling, action: Outcome, guardrail: AnyGuardrail): Outcome {
  try {
    return obey(plan, filling, action, guardrail)
  } catch {
    if (action.experience === plan.fallback && action.code === 'guardrail-failed') return action
    return settle(plan, filling, plan.fallback, action.interventions, 'guardrail-failed')
  }
}

type AnyGuardrail = Plan['decision']['guardrails'][number]

function obey(plan: Plan, filling: Filling, action: Outcome, { name, check }: AnyGuardrail): Outcome {
  const from = nameOf(plan, action.experience)
  const { context, at, calibrated } = filling
  const verdict = check({
    context,
    at,
    calibrated,
    action: { experience: from, parameters: action.parameters },
  })
  if (verdict.do === 'allow') return action
  const { do: did, because } = verdict
  const to = did === 'clamp' ? from : verdict.experience
  const experience = plan.experiences.findIndex((one) => one.name === to)
  if (experience === -1)
    throw unknownName(
      'experience',
      to,
      plan.experiences.map((one) => one.name),
    )
  const interventions = [...action.interventions, { guardrail: name, did, from, to, because }]
  if (did === 'clamp') return { ...action, parameters: verdict.parameters, interventions }
  return settle(plan, filling, experience, interventions, action.code)
}

/** An action with its parameters filled in; where that fails the fallback takes its place. */
function settle(
  plan: Plan,
  filling: Filling,
  wanted: number,
  interventions: readonly Intervention[],
  code: Outcome['code'],
): Outcome {
  const filled = fill(plan, filling, wanted)
  if (filled.ok) return { experience: wanted, parameters: filled.parameters, interventions, code }
  const fallback = fill(plan, filling, plan.fallback)
  return {
    experience: plan.fallback,
    parameters: fallback.ok ? fallback.parameters : null,
    interventions,
    code: code ?? 'present-failed',
  }
}

const nameOf = (plan: Plan, index: number): string => plan.experiences[index]?.name ?? plan.decision.fallback
