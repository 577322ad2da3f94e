import { nominalPower } from './duty.ts'
import type { Shade } from './shade.ts'

/**
 * What keeps a kitchen safe, whatever a model says. Temperatures in C as measured, times in seconds. The dark toast of a
 * thin slice ends near 235; smoke begins near 270.
 */
export const limits = {
  /** Longest time the heater is on for one toast. */
  longest: 260,
  /** Shortest toast. */
  shortest: 10,
  /** The face of the bread from which heat ends. */
  surface: 240,
  /** The case from which heat ends. */
  wall: 165,
  /** The case up to which a toast may start. */
  coolStart: 100,
} as const

/** When an infrared eye is not to be believed. */
export const eye = {
  /** Seconds without a reading. */
  silent: 0.5,
  /** Seconds with the very same reading: an eye that works trembles. */
  still: 2,
  /** C from one reading to the next, 20 ms later. */
  jump: 60,
  /** C that every slice is past after so many seconds of heat. */
  cold: { below: 50, after: 100 },
} as const

/** What the longest time for a slice depends on. */
export interface Weighed {
  /** Grams, and the share of it that is water. */
  readonly mass: number
  readonly moisture: number
  /** Watts at full duty. */
  readonly power: number
}

/**
 * Seconds after which any slice of this much water is dark: 75, and 7.5 for each gram, longer where the mains are weak. A
 * rule of thumb for a toaster of 850 W, without a model: it takes 2.3 kJ to drive off a gram of water.
 */
export function longestFor({ mass, moisture, power }: Weighed): number {
  const weak = power > 0 ? nominalPower / Math.min(power, nominalPower) : 1
  const seconds = (75 + 7.5 * mass * moisture) * weak
  return Math.round(Math.min(limits.longest, Math.max(limits.shortest, seconds)))
}

/** The dial: a share of the longest time for the slice. On the light side, since toast can go down once more. */
const dial: Readonly<Record<Shade, number>> = {
  pale: 0.74,
  light: 0.78,
  golden: 0.82,
  brown: 0.86,
  dark: 0.9,
}

/** Seconds of the fixed dial, for when there is no model to ask. */
export function dialSeconds(shade: Shade, weighed: Weighed): number {
  return Math.round(dial[shade] * longestFor(weighed))
}

/** Seconds in which a case loses all but a third of its warmth. */
const cooling = 270

/** Seconds until a case is cool enough for a toast, in a kitchen of 21 C. */
export function secondsToCool(wall: number): number {
  if (wall <= limits.coolStart) return 0
  return Math.ceil(cooling * Math.log((wall - 21) / (limits.coolStart - 21)))
}
