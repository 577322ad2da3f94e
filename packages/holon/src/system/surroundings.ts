import type { Duration } from '../spec/duration.ts'
import type { ComponentPart } from './component.ts'
import type { DecisionPart } from './decision.ts'
import { freeze } from './freeze.ts'
import type { GoalPart } from './goal.ts'

/** Someone the system does something to or for, outside its boundary. */
export interface PersonPart {
  readonly kind: 'person'
  readonly name: string
  readonly wants: string
}

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

/** Declares someone the system does something to or for. */
export const person = (name: string, init: Omit<PersonPart, 'kind' | 'name'>): PersonPart =>
  freeze({ kind: 'person', name, ...init })

/** Declares something outside that the system stands on or influences. */
export const environment = (name: string, init: Omit<EnvironmentPart, 'kind' | 'name'>): EnvironmentPart =>
  freeze({ kind: 'environment', name, ...init })

/** Declares a loop through the world: an action of `from` changes what `to` later reads or learns from. */
export const loop = (name: string, init: Omit<LoopPart, 'kind' | 'name'>): LoopPart =>
  freeze({ kind: 'loop', name, ...init })
