import { inMilliseconds } from '../spec/duration.ts'
import type { Json, JsonObject } from '../spec/json.ts'
import type { Random } from '../spec/ports.ts'
import type { DecisionPart } from '../system/decision.ts'
import { jsonSchema } from '../system/json-schema.ts'
import type { System } from '../system/system.ts'
import { changeValue } from './draw/change.ts'
import { chance, one, spread } from './draw/pick.ts'
import { type Drawing, drawValue } from './draw/value.ts'
import { known } from './known.ts'
import { usualLength, type Verification } from './verification.ts'

/** A decision as stories draw requests for it. */
export interface Role {
  readonly part: DecisionPart
  /** Numbers that mean something to it: thresholds of its policy, bounds of its parameters. */
  readonly landmarks: readonly number[]
  readonly contexts: ((random: Random) => unknown) | undefined
}

/** Everything stories of a system are drawn from, prepared once. */
export interface Casting {
  readonly system: System
  readonly roles: readonly Role[]
  readonly length: number
  /** Milliseconds; where there is a plant. */
  readonly period: number | undefined
  /** Lengths of time that mean something to the system: waits of ladders, rates and pauses of limits, deadlines. Milliseconds. */
  readonly times: readonly number[]
}

/** Prepares the stories of a system. */
export function castingOf({ system, contexts, length, plant }: Verification): Casting {
  return {
    system,
    length,
    period: plant === undefined ? undefined : inMilliseconds(plant.period),
    roles: system.decisions.map((part) => ({
      part,
      landmarks: landmarksOf(part),
      contexts: contexts[part.name],
    })),
    times: [...new Set(system.decisions.flatMap(timesOf))],
  }
}

/** The same for stories in which the decisions are asked and the plant stands aside. */
export const withoutPlant = (casting: Casting): Casting => ({
  ...casting,
  period: undefined,
  length: Math.min(usualLength, casting.length),
})

/** The role of a decision by its name. */
export const roleOf = ({ roles }: Casting, decision: string): Role | undefined =>
  roles.find(({ part }) => part.name === decision)

function landmarksOf({ policy, experiences }: DecisionPart): readonly number[] {
  const schemas = experiences.flatMap(({ name, parameters }) =>
    parameters === undefined ? [] : [jsonSchema(parameters, `parameters of ${name}`)],
  )
  return [...new Set([...numbersIn(policy.options), ...schemas.flatMap(numbersIn)])]
}

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(numbersIn)
}

function timesOf({ ladder, limits, model }: DecisionPart): readonly number[] {
  return [
    ...(ladder?.steps.flatMap(({ wait }) => wait ?? []) ?? []),
    ...limits.flatMap(({ rates, pause }) => [
      ...rates.map(({ times, per }) => per / times),
      ...(pause === undefined ? [] : [pause.lasting]),
    ]),
    ...(model === undefined ? [] : [model.deadline]),
  ]
}

/** A length of time in milliseconds: about one that means something, or any from a millisecond to a month. */
export function drawTime({ times, period }: Casting, random: Random): number {
  if (period !== undefined) return Math.round(period * spread(1, 100, random))
  if (times.length > 0 && chance(0.5, random))
    return Math.max(0, Math.round(one(times, random) * one([0.5, 1, 1.001, 2], random)))
  return Math.round(spread(1, 2_629_746_000, random))
}

const tries = { schema: 4, example: 20 }

/** A valid context: by the schema, by the product's own hand, or the given one (or the example) with some things changed. */
export async function drawContext(role: Role, random: Random, near?: JsonObject): Promise<JsonObject> {
  const { part, contexts } = role
  const drawing = drawingOf(role, random)
  if (contexts !== undefined && near === undefined && chance(0.5, random)) {
    const own = await fit(role, contexts(random))
    if (own !== undefined) return own
  }
  if (near === undefined && chance(0.6, random)) {
    for (let n = 0; n < tries.schema; n++) {
      const drawn = await fit(role, drawValue(drawing, part.contextJsonSchema))
      if (drawn !== undefined) return drawn
    }
  }
  return changed(role, drawing, near ?? (part.example as JsonObject))
}

async function changed(role: Role, drawing: Drawing, from: JsonObject): Promise<JsonObject> {
  let context = from
  const changes = Math.floor(spread(1, 4, drawing.random))
  for (let done = 0, n = 0; done < changes && n < tries.example; n++) {
    const next = await fit(role, changeValue(drawing, role.part.contextJsonSchema, context))
    if (next === undefined) continue
    context = next
    done++
  }
  return context
}

const drawingOf = ({ part, landmarks }: Role, random: Random): Drawing => ({
  root: part.contextJsonSchema,
  random,
  landmarks: [...landmarks, ...numbersIn(part.example)],
})

/** The value where it is a valid context. */
async function fit({ part }: Role, value: unknown): Promise<JsonObject | undefined> {
  if (typeof value !== 'object' || value === null) return undefined
  return (await known(part, value)) === undefined ? undefined : (value as JsonObject)
}

/** A value that may come back under a name. */
export function drawFeedback(part: DecisionPart, name: string, random: Random): Json | undefined {
  const schema = part.feedbackParts.find((back) => back.name === name)?.valueSchema
  return schema === undefined ? undefined : drawValue({ root: schema, random, landmarks: [] }, schema)
}
