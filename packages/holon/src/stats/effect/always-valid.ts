import { requirePositive, requireShare } from '../argument.ts'
import type { Effect } from './effect.ts'
import type { EffectTest, EffectTestOptions } from './fixed-sample.ts'

/** As for a fixed sample, and the number of units at which the interval is to be narrowest. */
export interface AlwaysValidOptions extends EffectTestOptions {
  readonly tightAt?: number
}

// One-sided p-values are looked for in this range only.
const leastAlpha = 1e-5
const mostAlpha = 0.4999

/**
 * The test of an effect that may be looked at at any time: asymptotic confidence sequence (I. Waudby-Smith
 * and others, Time-uniform Central Limit Theory and Asymptotic Confidence Sequences, 2021).
 */
export function alwaysValidTest(effect: Effect, options: AlwaysValidOptions = {}): EffectTest {
  const { alternative = 'two-sided' } = options
  const half = alwaysValidHalfWidth(effect, options)
  const { estimate } = effect
  if (alternative === 'two-sided') {
    return {
      interval: { lower: estimate - half, upper: estimate + half },
      pValue: twoSidedPValue(effect, options),
    }
  }
  return {
    interval: {
      lower: alternative === 'less' ? -Infinity : estimate - half,
      upper: alternative === 'greater' ? Infinity : estimate + half,
    },
    pValue: oneSidedPValue(effect, options, alternative === 'greater' ? estimate : -estimate),
  }
}

/** How far the confidence sequence reaches from the estimate. */
export function alwaysValidHalfWidth(effect: Effect, options: AlwaysValidOptions = {}): number {
  const { alpha = 0.05, alternative = 'two-sided' } = options
  requireShare('alpha', alpha)
  const scale = growth(effect, options)
  const spread = Math.sqrt(effect.deviation ** 2 * effect.n * scale.width)
  return alternative === 'two-sided'
    ? spread * Math.sqrt(Math.log(scale.root / alpha))
    : spread * Math.sqrt(Math.log1p(scale.root / (2 * alpha)))
}

/** Standard errors that the two-sided confidence sequence reaches where it is narrowest, however many units that is. */
export function alwaysValidReach(alpha: number): number {
  const one = { estimate: 0, deviation: 1, n: 1, freedom: 1 }
  return alwaysValidHalfWidth(one, { alpha, tightAt: 1 })
}

interface Growth {
  readonly rhoSquared: number
  /** sqrt(n rho^2 + 1) */
  readonly root: number
  /** 2 (n rho^2 + 1) / (n rho)^2 */
  readonly width: number
}

function growth({ n }: Effect, options: AlwaysValidOptions): Growth {
  const { alpha = 0.05, alternative = 'two-sided', tightAt = 5000 } = options
  requirePositive('tightAt', tightAt)
  const log = -2 * Math.log(alternative === 'two-sided' ? alpha : 2 * alpha)
  const rhoSquared = (log + Math.log(log + 1)) / tightAt
  const total = n * rhoSquared + 1
  return { rhoSquared, root: Math.sqrt(total), width: (2 * total) / (n * n * rhoSquared) }
}

function twoSidedPValue(effect: Effect, options: AlwaysValidOptions): number {
  const { root, width } = growth(effect, options)
  const evidence = effect.estimate ** 2 / (effect.deviation ** 2 * effect.n * width)
  return Math.min(1, root * Math.exp(-evidence))
}

/** The level at which the one-sided interval would just touch 0, with the tuning left as it is. */
function oneSidedPValue(effect: Effect, options: AlwaysValidOptions, towards: number): number {
  if (towards <= 0) return mostAlpha
  const { root, width } = growth(effect, options)
  const evidence = towards ** 2 / (effect.deviation ** 2 * effect.n * width)
  const level = root / (2 * Math.expm1(evidence))
  return Math.min(mostAlpha, Math.max(leastAlpha, level))
}
