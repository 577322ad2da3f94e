import type { AnswerOf } from 'holon'
import type { Draw, Fading, Life } from 'holon/world'
import type { fallDetection } from '../system.ts'
import type { settings } from './settings.ts'

/** Somebody who wears the watch, and whoever looks after them. Levels are from 0 to 1. */
export interface Wearer {
  /** By how much likelier they fall than others. */
  readonly frailty: number
  /** What reaches the sensor of each g: bands are worn loosely or tightly. */
  readonly fit: number
  /** Whether somebody looks after them who can be reached. */
  readonly alone: boolean
  /** How annoyed they are by questions that were for nothing. */
  annoyance: Fading
  /** How far the caretaker believes a call. */
  belief: number
  worn: boolean
}

/** A story in the world of fall detection. */
export type WearersLife = Life<typeof fallDetection, Wearer, undefined, typeof settings>

/** What was decided about a moment. */
export type Alarm = AnswerOf<typeof fallDetection, 'fall-alarm'>

/** Draws somebody. */
export const wearerOf = (draw: Draw): Wearer => ({
  frailty: draw.gamma(2, 0.5),
  fit: draw.logNormal(0.6, 0.35),
  alone: draw.chance(0.15),
  annoyance: { level: 0, at: 0 },
  belief: draw.beta(8, 2),
  worn: true,
})
