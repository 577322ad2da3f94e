import { z } from 'zod'
import type { Shape } from '../domain/shape.ts'

/** Below these, resting is resting: how perfectly still somebody lies says nothing of a fall. */
const still = { acceleration: 0.1, turning: 20 } as const

/** The features of the fall model. Titles are the words of its explanations. */
export const FallFeatures = z.object({
  impact: z.number().meta({ title: 'Strength of the impact (g)' }),
  jolt: z.number().meta({ title: 'Suddenness of the impact (g)' }),
  speed: z.number().meta({ title: 'Speed before the impact (m/s)' }),
  loose: z.number().meta({ title: 'Near free fall before (s)' }),
  approach: z.number().meta({ title: 'Movement just before (g)' }),
  turned: z.number().meta({ title: 'Turned in all (degrees)' }),
  turnedBefore: z.number().meta({ title: 'Turned before the impact (degrees)' }),
  turnedAfter: z.number().meta({ title: 'Turned after the impact (degrees)' }),
  spin: z.number().meta({ title: 'Fastest turning (degrees/s)' }),
  burst: z.number().meta({ title: 'Share of movement in the impact' }),
  rival: z.number().meta({ title: 'Next strongest movement' }),
  knocks: z.number().meta({ title: 'Further knocks' }),
  aftershock: z.number().meta({ title: 'Movement just after (g)' }),
  rattle: z.number().meta({ title: 'Turning just after (degrees/s)' }),
  settling: z.number().meta({ title: 'Movement a second after (g)' }),
  stirring: z.number().meta({ title: 'Movement at rest (g)' }),
  fidgeting: z.number().meta({ title: 'Turning at rest (degrees/s)' }),
})
export type FallFeatures = z.infer<typeof FallFeatures>

/** Names of the features, in the order of the model's columns. */
export const featureNames = Object.keys(FallFeatures.shape) as readonly (keyof FallFeatures)[]

/** The features of a moment, for training and for serving alike. */
export function fallFeatures(shape: Shape): FallFeatures {
  return {
    ...shape,
    settling: Math.max(still.acceleration, shape.settling),
    stirring: Math.max(still.acceleration, shape.stirring),
    fidgeting: Math.max(still.turning, shape.fidgeting),
  }
}
