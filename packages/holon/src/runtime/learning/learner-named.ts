import { HolonError } from '../../spec/error.ts'
import { unknownName } from '../../spec/unknown-name.ts'
import { type Learner, learnerKey } from '../../system/taught.ts'
import type { Inside } from '../inside.ts'
import { planNamed } from '../plan-named.ts'
import type { Lessons } from './lessons.ts'

/** A policy that learns, and what the system's policies have learned. @throws HolonError `name-unknown`, `input-invalid` */
export function learnerNamed(
  inside: Inside,
  decision: string,
  variant?: string,
): { readonly lessons: Lessons; readonly learner: Learner } {
  const { variants } = planNamed(inside, decision).decision
  const names = variants.map(({ name }) => name)
  if (variant !== undefined && !names.includes(variant)) throw unknownName('variant', variant, names)
  const { lessons } = inside
  const key = learnerKey(decision, variant)
  const learner = lessons?.learners.find((one) => one.key === key)
  if (lessons !== undefined && learner !== undefined) return { lessons, learner }
  const known = lessons?.learners.map((one) => one.key).join(', ') ?? ''
  throw new HolonError(
    'input-invalid',
    `The policy of "${key}" does not learn.`,
    known === '' ? 'Declare it as a `bandit`: docs/bandits.md.' : `These do: ${known}.`,
  )
}
