import type { Duration } from '../../spec/duration.ts'
import type { ArmEffect, Novelty, NoveltyPoint } from '../../spec/scorecard.ts'
import { normalQuantile } from '../../stats/distribution/normal.ts'
import { short } from '../short.ts'

/**
 * Whether an effect wears off or grows the longer people live with it: a line through the effects of the stretches,
 * weighted by how sure each is. People are in several stretches, whose effects are alike for it, so the line is surer than
 * its interval says.
 */
export function noveltyOf(every: Duration, points: readonly NoveltyPoint[]): Novelty {
  const arms = points[0]?.effects.map((effect) => effect.arm) ?? []
  return { every, points, trends: arms.flatMap((arm) => trendOf(arm, points)) }
}

interface Weighed {
  readonly at: number
  readonly effect: number
  readonly weight: number
}

function trendOf(arm: string, points: readonly NoveltyPoint[]): Novelty['trends'] {
  const known = points.flatMap(({ stretch, effects }) =>
    weighed(
      stretch,
      effects.find((effect) => effect.arm === arm),
    ),
  )
  if (known.length < 3) return []
  const total = known.reduce((sum, one) => sum + one.weight, 0)
  const mean = (of: (one: Weighed) => number): number =>
    known.reduce((sum, one) => sum + one.weight * of(one), 0) / total
  const [at, effect] = [mean((one) => one.at), mean((one) => one.effect)]
  const spread = known.reduce((sum, one) => sum + one.weight * (one.at - at) ** 2, 0)
  const slope =
    known.reduce((sum, one) => sum + one.weight * (one.at - at) * (one.effect - effect), 0) / spread
  const half = normalQuantile(0.975) / Math.sqrt(spread)
  const interval = [slope - half, slope + half] as const
  return [{ arm, slope, interval, words: inWords(arm, effect, interval) }]
}

/** The interval is an always-valid one: wider than that of one look, never narrower. */
function weighed(at: number, effect: ArmEffect | undefined): readonly Weighed[] {
  if (effect?.absolute == null) return []
  const { estimate, interval } = effect.absolute
  const error = (interval[1] - interval[0]) / (2 * normalQuantile(0.975))
  return error > 0 ? [{ at, effect: estimate, weight: 1 / error ** 2 }] : []
}

function inWords(arm: string, effect: number, [low, high]: readonly [number, number]): string {
  const change = `from one stretch to the next it changes by ${short(low)} to ${short(high)}`
  if (low <= 0 && high >= 0) return `No change of the effect of "${arm}" is seen: ${change}.`
  return Math.sign(low) === Math.sign(effect)
    ? `The effect of "${arm}" grows the longer people have it: ${change}.`
    : `The effect of "${arm}" wears off: ${change}.`
}
