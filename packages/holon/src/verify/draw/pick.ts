import type { Random } from '../../spec/ports.ts'

/** One of several, each as likely. */
export const one = <T>(of: readonly T[], random: Random): T => of[Math.floor(random.next() * of.length)] as T

/** True with a probability. */
export const chance = (probability: number, random: Random): boolean => random.next() < probability

/** A whole number from `from` to `to`, both possible. */
export const whole = (from: number, to: number, random: Random): number =>
  from + Math.floor(random.next() * (to - from + 1))

/** A number from `from` to `to`, every order of magnitude as likely; both above 0. */
export const spread = (from: number, to: number, random: Random): number =>
  from * (to / from) ** random.next()
