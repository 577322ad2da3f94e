import { center, type Moment } from './moment.ts'
import { hertz, readingsIn } from './reading.ts'
import type { Span } from './ring.ts'
import { follow } from './turning.ts'

/** A moment in quantities that mean something: what the model, the plain rule and the words for people go by. */
export interface Shape {
  /** Strongest acceleration in g, at most `range`. */
  readonly impact: number
  /** Largest change of strength between two readings around the impact, in g, at most `range`. */
  readonly jolt: number
  /** Greatest speed gained in the second before the impact, in m/s. */
  readonly speed: number
  /** Seconds of the last one before the impact in which the wrist was near free fall. */
  readonly loose: number
  /** Mean acceleration in the half second before the impact, in g. */
  readonly approach: number
  /** Angle in degrees between the orientation a second before the impact and that a second after. */
  readonly turned: number
  /** Its two parts: in the second before, and in the second after. */
  readonly turnedBefore: number
  readonly turnedAfter: number
  /** Fastest turning within half a second of the impact, in degrees a second. */
  readonly spin: number
  /** Share of the moment's movement that lies within 0.3 s of the impact, 0 to 1. */
  readonly burst: number
  /** Strongest acceleration further than half a second from the impact, as a share of the impact, 0 to 1. */
  readonly rival: number
  /** Separate peaks of at least 40 % of the impact, itself not counted. */
  readonly knocks: number
  /** Mean acceleration in g, and mean turning in degrees a second, in the half second after the impact. */
  readonly aftershock: number
  readonly rattle: number
  /** Mean acceleration in g in the second from half a second after the impact. */
  readonly settling: number
  /** Mean acceleration in g, and mean turning in degrees a second, from 1.5 seconds after the impact on. */
  readonly stirring: number
  readonly fidgeting: number
}

/** Nothing moves. */
export const atRest: Shape = {
  impact: 0,
  jolt: 0,
  speed: 0,
  loose: 0,
  approach: 0,
  turned: 0,
  turnedBefore: 0,
  turnedAfter: 0,
  spin: 0,
  burst: 0,
  rival: 0,
  knocks: 0,
  aftershock: 0,
  rattle: 0,
  settling: 0,
  stirring: 0,
  fidgeting: 0,
}

/** What stronger readings count as, in g: the range of the weakest sensors in use. */
export const range = 8

/** Without gravity a thing in free fall reads 1 g; so near to it, in g, counts as loose. */
const nearFreeFall = 0.5

/** Peaks this much weaker than the impact, as a share of it, are no knocks. */
const knock = 0.4

/** Stretches of a moment as indices of its span, from (inclusive) and to (exclusive). */
const stretches = {
  secondBefore: [center - readingsIn(1), center - 1],
  secondAround: [center - readingsIn(0.5), center + readingsIn(0.5) + 1],
  impact: [center - readingsIn(0.2), center + readingsIn(0.2)],
  burst: [center - readingsIn(0.3), center + readingsIn(0.3) + 1],
  halfBefore: [center - readingsIn(0.5), center - 2],
  halfAfter: [center + 2, center + readingsIn(0.5)],
  secondAfter: [center, center + readingsIn(1)],
  settling: [center + readingsIn(0.5), center + readingsIn(1.5)],
  rest: [center + readingsIn(1.5), center + readingsIn(3) + 1],
} as const

/** Measures a moment. */
export function shapeOf({ span }: Moment): Shape {
  const { strength } = span
  const turning = Float32Array.from(strength, (_, i) => turningAt(span, i))
  const peak = strength[center] as number
  const around = follow(span, center - readingsIn(1), center + readingsIn(1))
  const before = follow(span, ...stretches.secondBefore)
  const [from, to] = stretches.burst
  return {
    impact: Math.min(range, peak),
    jolt: Math.min(range, joltOf(strength, ...stretches.impact)),
    speed: before.speed,
    loose: looseOf(strength, ...stretches.secondBefore) / hertz,
    approach: mean(strength, ...stretches.halfBefore),
    turned: around.turned,
    turnedBefore: before.turned,
    turnedAfter: follow(span, ...stretches.secondAfter).turned,
    spin: largest(turning, ...stretches.secondAround),
    burst: (mean(strength, from, to) * (to - from)) / (mean(strength, 0, strength.length) * strength.length),
    rival: Math.min(1, elsewhere(strength) / peak),
    knocks: knocksOf(strength, knock * peak, readingsIn(0.2)) - 1,
    aftershock: mean(strength, ...stretches.halfAfter),
    rattle: mean(turning, ...stretches.halfAfter),
    settling: mean(strength, ...stretches.settling),
    stirring: mean(strength, ...stretches.rest),
    fidgeting: mean(turning, ...stretches.rest),
  }
}

type List = Span['strength']

function turningAt({ gx, gy, gz }: Span, i: number): number {
  return Math.hypot(gx[i] as number, gy[i] as number, gz[i] as number)
}

function elsewhere(strength: List): number {
  const [from, to] = stretches.secondAround
  return Math.max(largest(strength, 0, from), largest(strength, to, strength.length))
}

function largest(list: List, from: number, to: number): number {
  let most = 0
  for (let i = from; i < to; i++) most = Math.max(most, list[i] as number)
  return most
}

function mean(list: List, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += list[i] as number
  return sum / (to - from)
}

function looseOf(strength: List, from: number, to: number): number {
  let readings = 0
  for (let i = from; i < to; i++) if (Math.abs((strength[i] as number) - 1) < nearFreeFall) readings += 1
  return readings
}

function joltOf(strength: List, from: number, to: number): number {
  let most = 0
  for (let i = from; i < to; i++) {
    most = Math.max(most, Math.abs((strength[i + 1] as number) - (strength[i] as number)))
  }
  return most
}

/** Peaks of at least `least`; one that follows another within `apart` readings is the same peak. */
function knocksOf(strength: List, least: number, apart: number): number {
  let knocks = 0
  let last = Number.NEGATIVE_INFINITY
  for (let i = 0; i < strength.length; i++) {
    if ((strength[i] as number) < least) continue
    if (i - last > apart) knocks += 1
    last = i
  }
  return knocks
}
