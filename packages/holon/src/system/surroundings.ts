import type { Duration } from '../spec/duration.ts'
import { HolonError } from '../spec/error.ts'
import type { Value } from '../spec/expression.ts'
import type { ComponentPart } from './component.ts'
import type { DecisionPart } from './decision.ts'
import { freeze } from './freeze.ts'
import type { GoalPart } from './goal.ts'
import type { PersonPart } from './person.ts'

/** Something outside that the system assumes to hold or that it influences. */
export interface EnvironmentPart {
  readonly kind: 'environment'
  readonly name: string
  readonly assumed: string
}

/** A way in which what the system does changes what it later sees or learns from. */
export interface LoopPart {
  readonly kind: 'loop'
  readonly name: string
  readonly from: DecisionPart
  readonly through: PersonPart | EnvironmentPart
  readonly to: ComponentPart
  readonly delay: Duration
  readonly effect: 'reinforcing' | 'balancing'
  /** The experiences of `from` that act. Default: those that are not silent; all but the fallback where none is. */
  readonly acts?: readonly string[]
  /**
   * What the actions change: inputs, labels or predictions of `from`, or of another decision point. Only what is named here
   * is looked for as this loop. Default: what the model says that `to` is, if `from` asks it.
   */
  readonly influences?: readonly Value[]
  /** What is compared with itself over time: a public context field that both decision points have. Default: the person. */
  readonly unit?: Value
  readonly watchedBy?: GoalPart
  readonly brokenBy?: string
}

/** Declares something outside that the system stands on or influences. */
export const environment = (name: string, init: Omit<EnvironmentPart, 'kind' | 'name'>): EnvironmentPart =>
  freeze({ kind: 'environment', name, ...init })

/**
 * Declares a loop through the world: an action of `from` changes what `to` later reads or learns from. With `influences`
 * the log is watched for it (docs/loops.md).
 *
 * @throws HolonError `declaration-invalid` when an experience, an influenced value or a unit is none.
 */
export function loop(name: string, init: Omit<LoopPart, 'kind' | 'name'>): LoopPart {
  const { from, acts = [], influences = [], unit } = init
  const names = from.experiences.map((one) => one.name)
  const stranger = acts.find((one) => !names.includes(one))
  if (stranger !== undefined) {
    throw invalid(
      name,
      `"${stranger}" is no experience of "${from.name}"`,
      `Use some of: ${names.join(', ')}.`,
    )
  }
  if (acts.length > 0 && names.every((one) => acts.includes(one))) {
    throw invalid(
      name,
      'every experience acts',
      'Leave out of `acts` what does nothing: it is compared with that.',
    )
  }
  if (influences.some(({ node }) => !['context', 'feedback', 'prediction'].includes(node.op))) {
    throw invalid(
      name,
      'it influences something that is computed',
      'Name context fields, feedback or a prediction.',
    )
  }
  if (unit !== undefined && (unit.node.op !== 'context' || !isPublic(from, unit.node.path))) {
    throw invalid(
      name,
      'its unit is no public context field',
      'Name one of `from`, or leave it out to compare people.',
    )
  }
  return freeze({ kind: 'loop', name, ...init })
}

const isPublic = ({ dataClasses }: DecisionPart, [field = '']: readonly string[]): boolean =>
  dataClasses[field] === 'public'

const invalid = (name: string, what: string, fix: string): HolonError =>
  new HolonError('declaration-invalid', `The loop "${name}" cannot be watched: ${what}.`, fix)
