import { HolonError } from '../spec/error.ts'
import { type Bool, type Num, nodeOf, type Text, type Value } from '../spec/expression.ts'
import type { FairnessDeclaration, FairnessDimension } from '../spec/fairness.ts'
import { freeze } from './freeze.ts'

/** What can be looked at to see whether groups are treated alike. */
export interface FairnessPart extends FairnessDeclaration {
  readonly kind: 'fairness'
}

/** Ways to tell decisions apart, by names for people: texts of few words, or booleans; a number first becomes one. */
export type Dimensions<D extends string> = Readonly<Record<string, Text<D> | Bool<D>>>

/** What to say about the fairness of a decision point. Everything must be public, or the warehouse never sees it. */
export interface FairnessInit<D extends string> {
  /** Who could be hurt, and why these groups are compared. */
  readonly why: string
  /** Reported one by one, and each pair of them crossed. */
  readonly groups: Dimensions<NoInfer<D>>
  /** What counts as having been treated well; of a burden, that it was not met. Known for every decision, if it can be. */
  readonly benefit: Bool<D>
  /** Whom it was right to treat well, for errors by group. Unknown until it has come back. */
  readonly deserved?: Bool<NoInfer<D>>
  /** The probability of `deserved` that was stated, for calibration within groups. */
  readonly score?: Num<NoInfer<D>>
  /** How long people waited, in a unit of yours. */
  readonly waits?: Num<NoInfer<D>>
  /** Where a difference may come from: looked through for a difference that vanishes or turns around (Simpson's paradox). */
  readonly strata?: Dimensions<NoInfer<D>>
  /** Only decisions for which this is true. */
  readonly among?: Bool<NoInfer<D>>
  /** What one observation is; `person` where one person is decided about many times. Default `decision`. */
  readonly per?: FairnessDeclaration['per']
  /** Smallest number of observations that gives a number: a whole number from 5. Default 20. */
  readonly minimum?: number
  /** Largest difference between two groups that counts as none, between 0 and 1. Default 0.05. */
  readonly tolerance?: number
}

/**
 * Declares what to look at to see whether a decision point treats groups alike (docs/fairness.md).
 *
 * @throws HolonError `declaration-invalid` without a group, for a minimum or a tolerance that is none; `measure-invalid`
 * for values of another decision point.
 * @example
 * ```ts
 * import { decision, fairness, policy } from 'holon'
 * import { z } from 'zod'
 * const admit = decision('admit', {
 *   does: 'admits applicants',
 *   context: z.object({ gender: z.enum(['f', 'm']).meta({ dataClass: 'public' }) }),
 *   example: { gender: 'f' },
 *   experiences: { offer: { style: 'silent' }, no: { style: 'silent' } },
 *   policy: policy<null, 'offer' | 'no'>('coin', () => ({ offer: 0.5, no: 0.5 })),
 *   fallback: 'no',
 *   feedback: {},
 *   mistakes: [],
 * })
 * fairness('offers by gender', {
 *   why: 'an applicant is judged by the file',
 *   groups: { gender: admit.context.gender },
 *   benefit: admit.experience.is('offer'),
 * }).decision // 'admit'
 * ```
 */
export function fairness<D extends string>(name: string, init: FairnessInit<D>): FairnessPart {
  const { why, benefit, per = 'decision', minimum = 20, tolerance = 0.05 } = init
  const decision: string = benefit.decision
  const optional = (key: 'deserved' | 'score' | 'waits' | 'among') => {
    const value: Value | undefined = init[key]
    return value === undefined ? {} : { [key]: nodeOf(value, decision) }
  }
  const part: FairnessPart = {
    kind: 'fairness',
    ...{ name, why, decision, per, minimum, tolerance },
    groups: dimensions(init.groups, decision),
    benefit: benefit.node,
    ...optional('deserved'),
    ...optional('score'),
    ...optional('waits'),
    strata: dimensions(init.strata ?? {}, decision),
    ...optional('among'),
  }
  mustBeSound(part)
  return freeze(part)
}

function dimensions(named: Readonly<Record<string, Value>>, decision: string): FairnessDimension[] {
  return Object.entries(named).map(([name, value]) => ({ name, of: nodeOf(value, decision) }))
}

function mustBeSound({ name, groups, score, deserved, minimum, tolerance }: FairnessPart): void {
  if (groups.length === 0) throw invalid(name, 'it compares no groups', 'Name at least one in `groups`.')
  if (!Number.isSafeInteger(minimum) || minimum < 5) {
    throw invalid(name, `its minimum is ${minimum}`, 'Give a whole number from 5; 20 if in doubt.')
  }
  if (!(tolerance > 0 && tolerance < 1)) {
    throw invalid(name, `its tolerance is ${tolerance}`, 'Give a share between 0 and 1, for example 0.05.')
  }
  if (score !== undefined && deserved === undefined) {
    throw invalid(name, 'a score is there and nothing it is the probability of', 'Add `deserved`.')
  }
}

const invalid = (name: string, what: string, fix: string): HolonError =>
  new HolonError('declaration-invalid', `The fairness "${name}" cannot be looked at: ${what}.`, fix)
