import { HolonError } from '../spec/error.ts'
import type { AssigningFlight } from '../spec/flight.ts'
import type { Features, Model } from '../spec/model.ts'
import type { Clock, Random } from '../spec/ports.ts'
import type { Recent } from '../spec/recent.ts'
import type { DecisionPart } from '../system/decision.ts'
import type { ExperiencePart } from '../system/experience.ts'
import type { ModelPart } from '../system/model.ts'
import type { Option } from '../system/policy.ts'
import { type Audited, auditedIn } from './audits.ts'
import { type FeatureWords, featureWords } from './feature-words.ts'
import type { Arms, FlightMoment } from './flight/assign.ts'
import { decisionTag } from './id.ts'

/** Everything a decision point needs at work, prepared once. */
export interface Plan {
  readonly system: string
  readonly decision: DecisionPart
  /** Stands for the decision point in ids. */
  readonly tag: string
  readonly snapshot: string
  readonly clock: Clock
  readonly random: Random
  /** What answers for the declared model; absent where the decision reads none. */
  readonly source?: Source
  readonly experiences: readonly ExperiencePart[]
  readonly fallback: number
  /** Whether anything may follow a decision: the next step of a ladder, somebody it is handed to. */
  readonly follows: boolean
  /** Feedback because of which something happens, beside its being recorded. */
  readonly heeded: ReadonlySet<string>
  /** Feedback that is asked of some, drawn at random. */
  readonly audited: readonly Audited[]
  /** Names of context fields, and whether each is public. */
  readonly fields: readonly (readonly [name: string, isPublic: boolean])[]
  /** The flights over it; absent where there are none. */
  readonly flying?: Flying
}

/** The flights over a decision point: those that run, and those that were kept. */
export interface Flying {
  /** How a new decision is to be taken; undefined where no flight changes or counts it. */
  assigned(moment: FlightMoment): Flown | undefined
  /** The same for arms that were assigned before. */
  again(arms: Arms, context: unknown): Flown | undefined
}

/** A decision on its way under flights. */
export interface Flown {
  readonly arms: Arms
  /** What decides in these arms. */
  readonly plan: Plan
  /** Flights it takes part in whose arms differ here; not holdouts. */
  readonly taken: readonly AssigningFlight[]
  /** What would decide in other arms of these. */
  planIn(arms: Arms): Plan
}

/** A declared model, the artefact behind it, and how a context is put to it. */
export interface Source {
  readonly part: ModelPart<never, unknown>
  readonly model: Model
  features(context: unknown): Features
  readonly words: FeatureWords
}

/** What a plan is made of. */
export interface PlanInit extends Pick<Plan, 'system' | 'decision' | 'snapshot' | 'clock' | 'random'> {
  readonly model?: Model | undefined
}

/**
 * Prepares a decision point for work.
 *
 * @throws HolonError `declaration-invalid` when its model is missing or its policy could never work.
 */
export function planOf({ decision, model, ...rest }: PlanInit): Plan {
  mustKnowChances(decision)
  return {
    ...rest,
    decision,
    tag: decisionTag(rest.system, decision.name),
    ...sourceOf(decision, model),
    experiences: decision.experiences,
    fallback: decision.experiences.findIndex((one) => one.name === decision.fallback),
    follows: decision.ladder !== undefined || decision.experiences.some((one) => one.handsOver !== undefined),
    heeded: new Set(heededBy(decision)),
    audited: auditedIn(decision),
    fields: Object.entries(decision.dataClasses).map(([name, dataClass]) => [name, dataClass === 'public']),
  }
}

/** Limits pause after it, a ladder waits for it, it hands over or answers a case. */
const heededBy = ({ limits, ladder, experiences, feedbackParts }: DecisionPart): readonly string[] => [
  ...limits.flatMap(({ pause }) => (pause === undefined ? [] : [pause.after])),
  ...(ladder === undefined ? [] : [...ladder.endedBy, ...ladder.hurriedBy]),
  ...experiences.flatMap(({ handsOver }) => (handsOver === undefined ? [] : [handsOver.answer])),
  ...feedbackParts.flatMap(({ name, handsOver }) =>
    handsOver === undefined ? [] : [name, handsOver.answer],
  ),
]

function sourceOf(
  { name, model: part, features }: DecisionPart,
  model: Model | undefined,
): Pick<Plan, 'source'> {
  if (part === undefined || features === undefined) return {}
  if (model !== undefined) return { source: { part, model, features, words: featureWords(part) } }
  throw new HolonError(
    'declaration-invalid',
    `The decision "${name}" reads the model "${part.name}", and no artefact was given for it.`,
    `Open the system with models: { '${part.name}': ... }.`,
  )
}

/** Expected utility needs to know how likely each experience is to be right. */
function mustKnowChances(decision: DecisionPart): void {
  if (decision.policy.byUtility !== true || decision.model?.predicts.kind === 'probability') return
  const unknown = decision.experiences.find(
    ({ right, wrong, chance, worth }) => right !== wrong && chance === undefined && worth === undefined,
  )
  if (unknown === undefined) return
  throw new HolonError(
    'declaration-invalid',
    `The decision "${decision.name}" weighs the experience "${unknown.name}" by utility without knowing how likely it is right.`,
    'Give the experience a `chance` function: its model does not predict a probability.',
  )
}

/** The experiences as the policy sees them for one prediction. */
export function optionsFor(
  plan: Plan,
  { context, recent }: { readonly context: unknown; readonly recent?: Recent },
  prediction: unknown,
): readonly Option[] {
  const usual = typeof prediction === 'number' ? prediction : 0
  const { habituation } = plan.decision
  const strain = habituation === undefined ? 1 : 1 + habituation.growth * (recent?.interruptions ?? 0)
  return plan.experiences.map((one) => {
    const chance = one.chance === undefined ? usual : one.chance({ context, prediction })
    return {
      name: one.name,
      style: one.style,
      forcefulness: one.forcefulness,
      right: one.right,
      wrong: one.wrong,
      interrupting: one.interrupting,
      chance,
      utility: worthOf(one, chance, prediction) + strain * one.interrupting,
    }
  })
}

function worthOf({ right, wrong, worth }: ExperiencePart, chance: number, prediction: unknown): number {
  if (worth === undefined) return chance * right + (1 - chance) * wrong
  let sum = 0
  for (const [name, probability] of Object.entries(prediction as Readonly<Record<string, number>>)) {
    sum += probability * (worth[name] ?? 0)
  }
  return sum
}
