import type { Layer, Target } from '../spec/api.ts'
import type { Duration } from '../spec/duration.ts'
import type { Measure } from '../spec/measure.ts'
import { freeze } from './freeze.ts'

/** A goal of one of the five layers. */
export interface GoalPart {
  readonly kind: 'goal'
  readonly name: string
  readonly layer: Layer
  readonly why: string
  readonly unit: string
  readonly target: Target
  readonly measure?: Measure
  readonly supports: readonly Support[]
}

/** A goal of a higher layer that this one is expected to move. */
export interface Support {
  readonly goal: GoalPart
  readonly expected: 'raises' | 'lowers'
  readonly lag?: Duration
}

/** What to say about a goal: where its measure should be (one of the three), and what it is good for. */
export type GoalInit = {
  readonly layer: Layer
  readonly why: string
  /** `'%'` shows a share as a percentage; otherwise a word such as `'days'` or `'points'`. Default: `''`. */
  readonly unit?: string
  readonly measure?: Measure
  readonly supports?: readonly (GoalPart | Support)[]
} & Target

/**
 * Declares a goal.
 *
 * @example
 * ```ts
 * import { goal } from 'holon'
 * const returning = goal('returning customers', { layer: 'organization', why: 'renewals pay for it', atLeast: 0.6 })
 * goal('calm filing', { layer: 'user', why: 'calm people come back', atLeast: 0.7, supports: [returning] })
 * ```
 */
export function goal(name: string, init: GoalInit): GoalPart {
  return freeze({
    kind: 'goal',
    name,
    layer: init.layer,
    why: init.why,
    unit: init.unit ?? '',
    target: targetOf(init),
    ...(init.measure === undefined ? {} : { measure: init.measure }),
    supports: (init.supports ?? []).map((to) =>
      'goal' in to ? to : { goal: to, expected: 'raises' as const },
    ),
  })
}

function targetOf(init: Target): Target {
  if ('atLeast' in init) return { atLeast: init.atLeast }
  if ('atMost' in init) return { atMost: init.atMost }
  return { between: init.between }
}
