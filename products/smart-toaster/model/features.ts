import { z } from 'zod'
import type { Bread } from '../domain/bread.ts'
import { nominalPower } from '../domain/duty.ts'
import { darkest } from '../domain/shade.ts'

/** What the toaster measures before a toast starts. */
export interface Measured {
  readonly bread: Bread
  /** Grams, as weighed. */
  readonly mass: number
  /** As measured, a share of the mass. */
  readonly moisture: number
  /** C of the case. */
  readonly wall: number
  /** Watts at full duty. */
  readonly power: number
}

/** What is known of a toast before it starts, and how dark it is to become. */
export interface Start extends Measured {
  /** Darkening that is wanted, CIELAB units. */
  readonly wanted: number
}

const feature = (title: string) => z.number().meta({ title })

/** The features of the toasting-time model. Titles are the words of its explanations. */
export const ToastFeatures = z.object({
  wholemeal: z.boolean().meta({ title: 'Wholemeal' }),
  rye: z.boolean().meta({ title: 'Rye' }),
  brioche: z.boolean().meta({ title: 'Brioche' }),
  mass: feature('Mass'),
  water: feature('Water in the slice'),
  warmth: feature('Warmth of the toaster'),
  warmWater: feature('Water heated by a warm toaster'),
  dose: feature('Shade'),
  doseMass: feature('Shade of a heavier slice'),
  weakness: feature('Weak mains'),
  weakWater: feature('Water heated by weak mains'),
})
export type ToastFeatures = z.infer<typeof ToastFeatures>

/** Names of the features, in the order of the columns of the model. */
export const featureNames = Object.keys(ToastFeatures.shape) as readonly (keyof ToastFeatures)[]

/**
 * The features of a toast, for training and for serving alike. Browning is first order, so what matters of the darkening
 * is the logarithm of its dose, -ln(1 - D / 52); water is what takes the time, as it has to be heated and driven off.
 */
export function toastFeatures({ bread, mass, moisture, wall, power, wanted }: Start): ToastFeatures {
  const water = mass * moisture
  const weakness = Math.max(0, nominalPower / power - 1)
  const dose = Math.log(-Math.log(1 - wanted / darkest))
  return {
    wholemeal: bread === 'wholemeal',
    rye: bread === 'rye',
    brioche: bread === 'brioche',
    mass,
    water,
    warmth: wall,
    warmWater: wall * water,
    dose,
    doseMass: dose * mass,
    weakness,
    weakWater: weakness * water,
  }
}
