import { type Chosen, choose } from '../../decide/choose.ts'
import { isFault, makeFeatures } from '../../decide/features.ts'
import { Filling } from '../../decide/fill.ts'
import { guard } from '../../decide/guard.ts'
import type { Said } from '../../decide/moment.ts'
import { type Plan, planOf } from '../../decide/plan.ts'
import { askedAgain } from '../../decide/replay.ts'
import { HolonError } from '../../spec/error.ts'
import type { OtherPolicy } from '../../spec/off-policy.ts'
import type { DecisionRecord } from '../../spec/record.ts'
import { unknownName } from '../../spec/unknown-name.ts'
import { changedDecision } from '../../system/changed-decision.ts'
import type { DecisionPart } from '../../system/decision.ts'
import type { Policy } from '../../system/policy.ts'
import { learnerKey, type Taught } from '../../system/taught.ts'
import { seenThen } from '../choose-again.ts'
import { mustBeUtilities } from '../must-be-utilities.ts'

/** Another policy at work on logged decisions. */
export interface Target {
  readonly name: string
  /** Probability of every experience it could have ended in, guardrails and limits included. */
  probabilities(record: DecisionRecord): Readonly<Record<string, number>>
}

/** @throws HolonError `name-unknown`, `input-invalid` */
export function targetOf(present: Plan, declared: DecisionPart, asked: OtherPolicy, models: Taught): Target {
  const decision = decisionOf(declared, asked, models)
  const plan = planOf({ ...present, decision, model: present.source?.model })
  return { name: asked.name ?? nameOf(asked), probabilities: (record) => decideAgain(plan, record) }
}

/** What an apprentice said in each decision, by what it had learned until then. */
export const apprenticeTarget = (plan: Plan): Target => ({
  name: 'apprentice',
  probabilities: (record) => {
    const said = record.open.apprentice?.probabilities ?? {}
    const probabilities = plan.experiences.map(({ name }) => said[name] ?? 0)
    return guarded(plan, record, { probabilities, preferred: 0, drawn: 0 })
  },
})

/** The probabilities that the log would have kept. */
const decideAgain = (plan: Plan, record: DecisionRecord): Readonly<Record<string, number>> =>
  guarded(plan, record, choose(plan, askedAgain(record), seenThen(record)))

function guarded(plan: Plan, record: DecisionRecord, chosen: Chosen): Readonly<Record<string, number>> {
  const filling = new Filling(plan, askedAgain(record), saidThen(plan, record), seenThen(record))
  return guard(plan, filling, chosen).probabilities
}

/** What the model said then, so that experiences which explain it can be filled in. */
function saidThen({ source }: Plan, record: DecisionRecord): Said | undefined {
  if (source === undefined) return undefined
  const features = makeFeatures(source, askedAgain(record).context)
  return isFault(features)
    ? { ok: false, fault: features }
    : { ok: true, features, raw: record.open.predictions[0]?.raw }
}

function decisionOf(declared: DecisionPart, asked: OtherPolicy, models: Taught): DecisionPart {
  if ('learned' in asked) return learnedDecision(declared, asked.variant, models)
  if ('always' in asked) {
    mustBeKnown('experience', asked.always, declared.experiences)
    return { ...declared, policy: always(asked.always, declared.fallback) }
  }
  if ('uniform' in asked) return { ...declared, policy: uniform }
  if ('variant' in asked) {
    mustBeKnown('variant', asked.variant, declared.variants)
    return changedDecision(declared, asked)
  }
  mustBeUtilities(declared, asked.experiences)
  return changedDecision(declared, asked)
}

/** A decision point as it would be if what was learned decided in it. */
function learnedDecision(declared: DecisionPart, variant: string | undefined, models: Taught): DecisionPart {
  if (variant !== undefined) mustBeKnown('variant', variant, declared.variants)
  const decision = variant === undefined ? declared : changedDecision(declared, { variant })
  const model = models[learnerKey(declared.name, variant)]
  const { learning } = decision.policy
  if (model !== undefined && learning !== undefined)
    return { ...decision, policy: learning.taught(model, 'acts') }
  throw new HolonError(
    'input-invalid',
    `The policy of "${learnerKey(declared.name, variant)}" has learned nothing yet.`,
    'Declare it as a `bandit`, and let it learn first: `holon learn`.',
  )
}

function nameOf(asked: OtherPolicy): string {
  if ('learned' in asked) return 'learned'
  if ('always' in asked) return `always ${asked.always}`
  if ('uniform' in asked) return 'uniform'
  return 'variant' in asked ? asked.variant : 'other utilities'
}

function mustBeKnown(what: string, name: string, all: readonly { readonly name: string }[]): void {
  const known = all.map((one) => one.name)
  if (!known.includes(name)) throw unknownName(what, name, known)
}

/** Always one experience; the fallback, or what is left, where a limit holds it back. */
const always = (name: string, fallback: string): Policy<unknown> =>
  fixed('always', `Always ${name}.`, (names) => {
    const at = names.indexOf(name)
    return at === -1 ? Math.max(0, names.indexOf(fallback)) : at
  })

const fixed = (kind: string, words: string, pick: (names: readonly string[]) => number): Policy<unknown> => ({
  ...{ kind, words, options: {}, names: [] },
  choose: ({ options }) => {
    const preferred = pick(options.map((one) => one.name))
    return { preferred, probabilities: options.map((_, i) => Number(i === preferred)) }
  },
})

/** Every experience that no limit holds back, with the same probability. */
const uniform: Policy<unknown> = {
  ...{ kind: 'uniform', words: 'Every experience with the same probability.', options: {}, names: [] },
  choose: ({ options }) => ({ preferred: 0, probabilities: options.map(() => 1 / options.length) }),
}
