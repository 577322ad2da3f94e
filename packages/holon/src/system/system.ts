import { HolonError } from '../spec/error.ts'
import type { ComponentPart } from './component.ts'
import { mustBeAbout, mustBeConsistent } from './consistent.ts'
import type { DecisionPart } from './decision.ts'
import type { FairnessPart } from './fairness.ts'
import { freeze } from './freeze.ts'
import type { GoalPart } from './goal.ts'
import type { PersonPart } from './person.ts'
import type { EnvironmentPart, LoopPart } from './surroundings.ts'

/** What to say about a system. */
export interface SystemInit<D extends DecisionPart> {
  /** For people; default: the name. */
  readonly title?: string
  readonly purpose: string
  readonly people: readonly PersonPart[]
  readonly environment?: readonly EnvironmentPart[]
  /** What decisions read and components use is found by itself; list the others. */
  readonly components?: readonly ComponentPart[]
  readonly decisions: readonly D[]
  readonly goals: readonly GoalPart[]
  readonly loops?: readonly LoopPart[]
  /** What to look at to see whether people are treated fairly. */
  readonly fairness?: readonly FairnessPart[]
}

/** A whole product, declared: frozen data and the few functions that are code. */
export interface System<D extends DecisionPart = DecisionPart> {
  readonly kind: 'system'
  readonly name: string
  readonly title: string
  readonly purpose: string
  readonly people: readonly PersonPart[]
  readonly environment: readonly EnvironmentPart[]
  readonly components: readonly ComponentPart[]
  readonly decisions: readonly D[]
  readonly goals: readonly GoalPart[]
  readonly loops: readonly LoopPart[]
  readonly fairness: readonly FairnessPart[]
}

/**
 * Declares a system: names must be unique among their kind and fit into an address (letters, digits, dashes for the
 * system and its decisions).
 *
 * @throws HolonError `declaration-invalid`
 * @example
 * ```ts
 * import { defineSystem, person } from 'holon'
 * const filer = person('filer', { wants: 'a correct return without worry' })
 * const taxFiling = defineSystem('tax-filing', { purpose: 'file a return', people: [filer], decisions: [], goals: [] })
 * ```
 */
export function defineSystem<D extends DecisionPart>(name: string, init: SystemInit<D>): System<D> {
  const system: System<D> = {
    kind: 'system',
    name,
    title: init.title ?? name,
    purpose: init.purpose,
    people: init.people,
    environment: init.environment ?? [],
    components: reach([
      ...(init.components ?? []),
      ...init.decisions.flatMap((one) => [...(one.model ? [one.model] : []), ...one.uses]),
    ]),
    decisions: init.decisions,
    goals: init.goals,
    loops: init.loops ?? [],
    fairness: init.fairness ?? [],
  }
  for (const address of [name, ...system.decisions.map((one) => one.name)]) mustFitAddress(address)
  mustBeUnique(name, 'component', system.components)
  mustBeUnique(name, 'decision', system.decisions)
  mustBeUnique(name, 'goal', system.goals)
  mustBeUnique(name, 'fairness declaration', system.fairness)
  mustBeConsistent(system.decisions, system.people)
  mustBeAbout(system.fairness, system.decisions)
  return freeze(system)
}

/** The components given and all they use, each once. */
function reach(from: readonly ComponentPart[]): readonly ComponentPart[] {
  const seen = new Set<ComponentPart>()
  const visit = (part: ComponentPart): void => {
    if (seen.has(part)) return
    seen.add(part)
    part.uses.forEach(visit)
  }
  from.forEach(visit)
  return [...seen]
}

function mustFitAddress(name: string): void {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return
  throw new HolonError(
    'declaration-invalid',
    `"${name}" cannot be part of an address.`,
    'Name systems and decisions with lower-case letters, digits and single dashes, for example "audit-risk-meter".',
  )
}

function mustBeUnique(system: string, kind: string, parts: readonly { readonly name: string }[]): void {
  const names = parts.map((part) => part.name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice === undefined) return
  throw new HolonError(
    'declaration-invalid',
    `The system "${system}" has two ${kind}s named "${twice}".`,
    `Give each ${kind} a name of its own.`,
  )
}
