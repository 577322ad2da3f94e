import type { JsonObject } from '../../spec/json.ts'
import type { Random } from '../../spec/ports.ts'
import { chance, one, spread } from './pick.ts'

/** Bounds of a number by its JSON Schema. */
interface Bounds {
  readonly from: number
  readonly to: number
  readonly isWhole: boolean
}

const largest = Number.MAX_VALUE

/** A number that fits its schema: an edge, one of the landmarks, or drawn evenly in value or in order of magnitude. */
export function drawNumber(schema: JsonObject, random: Random, landmarks: readonly number[] = []): number {
  const bounds = boundsOf(schema)
  const drawn = inside(candidate(bounds, random, landmarks), bounds)
  const { multipleOf } = schema
  return typeof multipleOf === 'number' ? Math.round(drawn / multipleOf) * multipleOf + 0 : drawn
}

/** A number near another: a nudge of any size, or the same with another sign or an order of magnitude away. */
export function nudgeNumber(value: number, schema: JsonObject, random: Random): number {
  const size = Math.max(Math.abs(value), 1e-3)
  const step = size * spread(1e-4, 2, random) * (chance(0.5, random) ? 1 : -1)
  return inside(chance(0.1, random) ? value * one([-1, 0.1, 10, 0], random) : value + step, boundsOf(schema))
}

function boundsOf(schema: JsonObject): Bounds {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, type } = schema
  const isWhole = type === 'integer'
  const step = (at: number) => (isWhole ? 1 : Math.max(Math.abs(at) * 1e-12, 1e-12))
  const from = Math.max(numberOr(minimum, -largest), above(exclusiveMinimum, step))
  const to = Math.min(numberOr(maximum, largest), -above(negated(exclusiveMaximum), step))
  return { from, to, isWhole }
}

const numberOr = (value: unknown, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise

const negated = (value: unknown): unknown => (typeof value === 'number' ? -value : undefined)

const above = (value: unknown, step: (at: number) => number): number =>
  typeof value === 'number' ? value + step(value) : -largest

function candidate({ from, to }: Bounds, random: Random, landmarks: readonly number[]): number {
  const kind = random.next()
  if (kind < 0.2) return one([from, to, 0, 1, -1, from + 1, to - 1, 0.5], random)
  if (kind < 0.35 && landmarks.length > 0) return one(landmarks, random) + one([0, 0, 1, -1, 1e-6], random)
  const isBounded = to - from < 1e15
  if (isBounded && kind < 0.75) return from + (to - from) * random.next()
  const size = spread(1e-3, chance(0.1, random) ? 1e300 : 1e7, random)
  return chance(0.5, random) ? (from > -1e15 ? from : 0) + size : -size
}

function inside(value: number, { from, to, isWhole }: Bounds): number {
  const near = Math.min(to, Math.max(from, value))
  if (!isWhole) return near === 0 ? 0 : near
  const rounded = Math.round(near)
  return (rounded < from ? Math.ceil(from) : rounded > to ? Math.floor(to) : rounded) + 0
}
