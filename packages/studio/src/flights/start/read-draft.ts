import type { Expression, Tunings } from 'holon'
import { type Condition, comparisons } from './audience.ts'
import type { ArmDraft, Factor, FlightDraft } from './draft.ts'
import { judgeIn } from './read-judge.ts'

/** Reads a flight that is being written from the address, leaving out what makes no sense: anybody may have written it. */
export function readDraft(search: Record<string, unknown>): FlightDraft {
  const { guards, conditions, factors, unit } = search
  const listed = Array.isArray(factors) ? factors.flatMap(factorIn) : []
  const held = Array.isArray(conditions) ? conditions.flatMap(conditionIn) : []
  const judge = judgeIn(search.judge)
  const watched = Array.isArray(guards) ? guards.filter(isText) : []
  const margins = marginsIn(search.margins)
  return {
    ...(search.holdout === true && { holdout: true }),
    ...texts(search, ['name', 'about', 'decision', 'main', 'layer']),
    ...numbers(search, ['worth', 'plannedUnits', 'share']),
    ...(judge !== undefined && { judge }),
    ...(listed.length > 0 && { factors: listed }),
    ...(watched.length > 0 && { guards: watched }),
    ...(Object.keys(margins).length > 0 && { margins }),
    ...(held.length > 0 && { conditions: held }),
    ...(isThing(search.among) && isText(search.among.op) && { among: search.among as unknown as Expression }),
    ...((unit === 'episode' || unit === 'decision') && { unit }),
    ...(search.counts === 'exposed' && { counts: search.counts }),
  }
}

function marginsIn(value: unknown): Readonly<Record<string, number>> {
  if (!isThing(value)) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([goal, margin]) =>
      typeof margin === 'number' && Number.isFinite(margin) ? [[goal, margin]] : [],
    ),
  )
}

function factorIn(value: unknown): readonly Factor[] {
  if (!isThing(value) || !Array.isArray(value.arms)) return []
  const arms = value.arms.flatMap(armIn)
  return arms.length < 2 ? [] : [{ name: isText(value.name) ? value.name : '', arms }]
}

function armIn(value: unknown): readonly ArmDraft[] {
  if (!isThing(value)) return []
  const experiences = tuningsIn(value.experiences)
  return [
    {
      name: isText(value.name) ? value.name : '',
      ...texts(value, ['variant', 'model']),
      ...numbers(value, ['weight']),
      ...(experiences !== undefined && { experiences }),
    },
  ]
}

function tuningsIn(value: unknown): Tunings[string] | undefined {
  if (!isThing(value)) return undefined
  const known = Object.entries(value).flatMap(([name, one]) =>
    isThing(one) ? [[name, numbers(one, ['right', 'wrong', 'interrupting'])] as const] : [],
  )
  return known.length === 0 ? undefined : Object.fromEntries(known)
}

function conditionIn(one: unknown): readonly Condition[] {
  if (!isThing(one) || !isText(one.field)) return []
  const { field, value } = one
  const by = comparisons.find((comparison) => comparison.by === one.by)?.by
  const isValue = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  return by === undefined || !isValue ? [] : [{ field, by, value }]
}

const isText = (value: unknown): value is string => typeof value === 'string'

const isThing = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function texts<K extends string>(of: Readonly<Record<string, unknown>>, keys: readonly K[]) {
  const found: { [key in K]?: string } = {}
  for (const key of keys) {
    const value = of[key]
    // A text of digits comes back from the address as a number.
    if (isText(value) && value !== '') found[key] = value
    else if (typeof value === 'number') found[key] = String(value)
  }
  return found
}

function numbers<K extends string>(of: Readonly<Record<string, unknown>>, keys: readonly K[]) {
  const found: { [key in K]?: number } = {}
  for (const key of keys) {
    const value = of[key]
    if (typeof value === 'number' && Number.isFinite(value)) found[key] = value
  }
  return found
}
