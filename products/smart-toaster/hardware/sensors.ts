import type { Random } from 'holon'
import type { Reading } from '../domain/terminals.ts'

/** Ways in which the infrared eye can lie. */
export const eyeFaults = ['none', 'stuck', 'cold', 'dead', 'jumping'] as const

/** How the infrared eye lies. */
export type EyeFault = (typeof eyeFaults)[number]

/** Standard deviations of what cheap sensors add, in the units of a reading; `power` as a share. */
const noise = { surface: 1.5, wall: 0.5, mass: 0.8, moisture: 0.02, power: 0.01 } as const

/** What is really there. */
export interface Truth {
  readonly surface: number
  readonly wall: number
  readonly mass: number
  readonly moisture: number
  readonly power: number
}

/** Sensors with noise, and with the fault of the eye that is asked for at each reading. */
export function sensors(random: Random, fault: () => EyeFault): (truth: Truth) => Reading {
  let held: number | undefined
  const about = (value: number, spread: number): number => value + spread * normal(random)
  return ({ surface, wall, mass, moisture, power }) => {
    const honest = about(surface, noise.surface)
    const kind = fault()
    held = kind === 'stuck' ? (held ?? honest) : undefined
    return {
      surface: seen(kind, honest, held, random),
      wall: about(wall, noise.wall),
      mass: Math.max(0, about(mass, noise.mass)),
      moisture: Math.min(1, Math.max(0, about(moisture, noise.moisture))),
      power: power * about(1, noise.power),
    }
  }
}

function seen(kind: EyeFault, honest: number, held: number | undefined, random: Random): number | null {
  if (kind === 'dead') return null
  if (kind === 'stuck') return held ?? honest
  if (kind === 'cold') return 24 + noise.surface * normal(random)
  return kind === 'jumping' && random.next() < 0.1 ? honest - 120 : honest
}

/** Standard normal, by G. Box and M. Muller (1958). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
}
