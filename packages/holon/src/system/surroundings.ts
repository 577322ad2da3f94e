import type { Duration } from '../spec/duration.ts'
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
  readonly watchedBy?: GoalPart
  readonly brokenBy?: string
}

/** Declares something outside that the system stands on or influences. */
export const environment = (name: string, init: Omit<EnvironmentPart, 'kind' | 'name'>): EnvironmentPart =>
  freeze({ kind: 'environment', name, ...init })

/** Declares a loop through the world: an action of `from` changes what `to` later reads or learns from. */
export const loop = (name: string, init: Omit<LoopPart, 'kind' | 'name'>): LoopPart =>
  freeze({ kind: 'loop', name, ...init })
