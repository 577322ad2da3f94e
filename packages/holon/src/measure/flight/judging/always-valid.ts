import { alwaysValidTest } from '../../../stats/effect/always-valid.ts'
import type { TestEffect } from './test-effect.ts'

/** Valid however often one looks, narrowest where `tightAt` units are in. */
export const alwaysValid =
  (tightAt: number): TestEffect =>
  (effect) => ({ estimate: effect.estimate, ...alwaysValidTest(effect, { tightAt }) })
