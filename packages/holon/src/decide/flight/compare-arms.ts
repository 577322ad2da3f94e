import { canonical } from '../../spec/json.ts'
import type { Seen } from '../calibrate.ts'
import { type Chosen, choose } from '../choose.ts'
import type { Filling } from '../fill.ts'
import { type Guarded, guard, pass } from '../guard.ts'
import type { Asked } from '../moment.ts'
import type { Flown, Plan } from '../plan.ts'
import { present } from '../present.ts'

/** What the other arms would have done in a decision, beside what its own did. */
export interface ComparedArms {
  readonly alike: readonly string[]
  readonly marginal?: number
}

/** A decision that was taken in its arms. */
export interface Taken {
  readonly asked: Asked
  readonly seen: Seen
  readonly filling: Filling
  readonly chosen: Chosen
  readonly guarded: Guarded
}

/** A marginal over more combinations of arms is not worth its time. */
const mostCombinations = 64

/**
 * Compares the arms of the flights of one decision. Arms that read the same model are decided again from what it said; no
 * model is asked twice, so of arms with another model nothing is known.
 */
export function compareArms(flown: Flown, taken: Taken): ComparedArms {
  if (flown.taken.length === 0) return nothing
  const own: Spread = { plan: flown.plan, chosen: taken.chosen, probabilities: taken.guarded.probabilities }
  const others = new Map<Plan, Spread>([[flown.plan, own]])
  const spreadIn = (plan: Plan): Spread => {
    const known = others.get(plan) ?? spreadOf(plan, taken)
    others.set(plan, known)
    return known
  }
  const known: string[] = []
  const alike: string[] = []
  for (const { name, arms } of flown.taken) {
    const plans = arms.map((arm) => flown.planIn({ ...flown.arms, [name]: arm.name }))
    if (!plans.every((plan) => readsTheSame(flown.plan, plan))) continue
    known.push(name)
    if (plans.every((plan) => isAlike(own, spreadIn(plan), taken.filling))) alike.push(name)
  }
  const marginal =
    known.length === flown.taken.length && isMemoryless(flown, taken.asked)
      ? marginalOf(flown, nameOf(flown.plan, taken.guarded), spreadIn)
      : undefined
  return marginal === undefined ? { alike } : { alike, marginal }
}

const nothing: ComparedArms = Object.freeze({ alike: Object.freeze([]) })

/** How one combination of arms spreads probability. */
interface Spread {
  readonly plan: Plan
  readonly chosen: Chosen
  readonly probabilities: Readonly<Record<string, number>>
  /** Probability of everything that may be met, in every detail; worked out when first asked for. */
  met?: ReadonlyMap<string | symbol, number> | undefined
}

function spreadOf(plan: Plan, { asked, seen, filling }: Taken): Spread {
  const chosen = choose(plan, asked, seen)
  return { plan, chosen, probabilities: guard(plan, filling, chosen).probabilities }
}

const readsTheSame = (a: Plan, b: Plan): boolean => a.source?.model === b.source?.model

const nameOf = (plan: Plan, { outcome }: Guarded): string =>
  plan.experiences[outcome.experience]?.name ?? plan.decision.fallback

/** In two arms probabilities are added up in the same order, so equal ones are equal to the bit. */
function isAlike(own: Spread, other: Spread, filling: Filling): boolean {
  if (own === other) return true
  const names = Object.keys(own.probabilities)
  if (names.some((name) => own.probabilities[name] !== other.probabilities[name])) return false
  if (Object.keys(other.probabilities).length !== names.length) return false
  own.met ??= metIn(own, filling)
  other.met ??= metIn(other, filling)
  if (own.met.size !== other.met.size) return false
  for (const [what, probability] of own.met) if (other.met.get(what) !== probability) return false
  return true
}

function metIn({ plan, chosen }: Spread, filling: Filling): ReadonlyMap<string | symbol, number> {
  const met = new Map<string | symbol, number>()
  for (const [wanted, probability] of chosen.probabilities.entries()) {
    if (probability === 0) continue
    const outcome = pass(plan, filling, wanted, chosen.code)
    const { name, style, forcefulness, undo } = plan.experiences[outcome.experience] ?? {}
    const text = present(plan, filling, outcome)
    const { parameters, interventions } = outcome
    // What latches now is met again tomorrow.
    const latched = interventions.flatMap(({ did, guardrail }) => (did === 'latch' ? [guardrail] : []))
    const what = wordsOf({ name, style, forcefulness, undo, text, parameters, latched })
    met.set(what, (met.get(what) ?? 0) + probability)
  }
  return met
}

/** Everything a person sees of an outcome. One that has no JSON form is like no other. */
function wordsOf(outcome: Readonly<Record<string, unknown>>): string | symbol {
  try {
    return canonical(outcome)
  } catch {
    return Symbol('untellable')
  }
}

/** Whether the arms had no say in what this decision starts from, or are drawn anew for it. */
const isMemoryless = ({ taken }: Flown, { step, recent }: Asked): boolean =>
  step === undefined && (recent === undefined || taken.every(({ unit }) => unit === 'decision'))

/** Over all combinations of arms, which flights assign independently. */
function marginalOf(
  { arms, taken, planIn }: Flown,
  experience: string,
  spreadIn: (plan: Plan) => Spread,
): number | undefined {
  if (taken.reduce((product, flight) => product * flight.arms.length, 1) > mostCombinations) return undefined
  const over = (at: number, others: Flown['arms'], share: number): number => {
    const flight = taken[at]
    if (flight === undefined) return share * (spreadIn(planIn(others)).probabilities[experience] ?? 0)
    return flight.arms.reduce(
      (sum, arm) => sum + over(at + 1, { ...others, [flight.name]: arm.name }, share * arm.share),
      0,
    )
  }
  return over(0, arms, 1)
}
