import { HolonError } from '../spec/error.ts'
import type { DecisionEntry, Intervention } from '../spec/record.ts'
import { unknownName } from '../spec/unknown-name.ts'
import type { Verdict } from '../system/guardrail.ts'
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
  /** Parameters of what was wanted, if it has any; only where a guardrail changed the action. */
  readonly wantedParameters?: unknown
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
  outcome ??= pass(plan, filling, chosen.drawn, chosen.code)
  if (outcome.interventions.length === 0) return { outcome, probabilities }
  const wanted = fill(plan, filling, chosen.drawn)
  return wanted.ok && wanted.parameters !== null
    ? { outcome, probabilities, wantedParameters: wanted.parameters }
    : { outcome, probabilities }
}

/** Leads one wanted experience past all guardrails; after a change it meets all of them again, so that nothing runs after a guardrail unseen. */
export function pass(plan: Plan, filling: Filling, wanted: number, code: Outcome['code']): Outcome {
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

function obey(plan: Plan, filling: Filling, action: Outcome, guardrail: AnyGuardrail): Outcome {
  const from = nameOf(plan, action.experience)
  const verdict = verdictOf(filling, action, from, guardrail)
  if (verdict.do === 'allow') return action
  const { do: did, because } = verdict
  const to = targetOf(verdict, from, guardrail)
  const experience = plan.experiences.findIndex((one) => one.name === to)
  if (experience === -1) {
    throw unknownName(
      'experience',
      to,
      plan.experiences.map((one) => one.name),
    )
  }
  const interventions = [...action.interventions, { guardrail: guardrail.name, did, from, to, because }]
  if (did === 'clamp') return { ...action, parameters: verdict.parameters, interventions }
  return settle(plan, filling, experience, interventions, action.code)
}

function targetOf(
  verdict: Exclude<Verdict<Record<string, unknown>>, { readonly do: 'allow' }>,
  from: string,
  { name, latches }: AnyGuardrail,
): string {
  if (verdict.do === 'clamp') return from
  if (verdict.do === 'replace') return verdict.experience
  if (latches !== undefined) return latches
  throw new HolonError(
    'declaration-invalid',
    `The guardrail "${name}" latched without saying which experience is safe.`,
    'Name the safe experience in its `latches`.',
  )
}

/** What a guardrail says; one that is latched, or latches in this decision, is not asked again. */
function verdictOf(
  filling: Filling,
  action: Outcome,
  experience: string,
  { name, latches, check }: AnyGuardrail,
): Verdict<Record<string, unknown>> {
  const { context, at, calibrated, recent, episode, step } = filling
  const because = filling.latched?.[name] ?? latching(action, name)
  if (because !== undefined && latches !== undefined) {
    return experience === latches ? { do: 'allow' } : { do: 'replace', experience: latches, because }
  }
  const { parameters } = action
  return check({ context, at, calibrated, recent, episode, step, action: { experience, parameters } })
}

const latching = ({ interventions }: Outcome, name: string): string | undefined =>
  interventions.find((one) => one.did === 'latch' && one.guardrail === name)?.because

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
