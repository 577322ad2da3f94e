import { HolonError } from '../../spec/error.ts'
import { studentQuantile } from '../distribution/student-t.ts'
import type { Interval } from '../interval/interval.ts'
import { wilsonInterval } from '../interval/wilson.ts'

/** An effect that a past change had, with its standard error. */
export interface PastEstimate {
  readonly estimate: number
  readonly deviation: number
}

/** What one past change did to a leading indicator and to the goal that it stands for. */
export interface PastEffects {
  readonly leading: PastEstimate
  readonly goal: PastEstimate
  /** Of the two sampling errors, which the same people cause; 0 unless given. */
  readonly covariance?: number
  /** Changes of one name are left out together when it is asked how far the slope may be off: arms of one flight. */
  readonly change?: string
}

/** How well effects on an indicator told effects on its goal. */
export interface IndicatorQuality {
  readonly changes: number
  /** Effect on the goal by an effect of 1 on the indicator; null where the indicator was hardly moved. */
  readonly slope: number | null
  /** 95 %, over changes like these. */
  readonly interval: Interval | null
  /** Of the changes that surely moved the indicator: how many moved the goal the way that was expected. */
  readonly agreed: { readonly n: number; readonly of: number; readonly interval: Interval }
  /** `misleads`: what the indicator wins the goal loses. */
  readonly verdict: 'follows' | 'misleads' | 'cannot say'
}

/** Beyond so many standard errors an effect is taken for sure. */
const sure = 1.96

/**
 * How well the effects of past changes on a leading indicator predicted those on the goal that it stands for: a line through
 * no effect, with the sampling errors taken out of both sides (method of moments for errors in both variables, W. A.
 * Fuller, 1987), its interval by the jackknife over the changes. Effects of changes that did nothing are correlated through
 * their errors alone: give the covariance where it is known, or they may look like an indicator that follows.
 *
 * @param expected whether the goal is expected to rise or fall with the indicator
 * @throws HolonError `input-invalid` for a deviation that is not above 0
 * @example
 * ```ts
 * const won = { leading: { estimate: 2, deviation: 0.1 }, goal: { estimate: -1, deviation: 0.1 } }
 * indicatorQuality([won, won, won, won, won]).verdict // 'misleads'
 * ```
 */
export function indicatorQuality(
  past: readonly PastEffects[],
  expected: 'raises' | 'lowers' = 'raises',
): IndicatorQuality {
  for (const { leading, goal } of past) {
    if (leading.deviation > 0 && goal.deviation > 0) continue
    throw new HolonError('input-invalid', 'an effect has no error', 'Give standard errors above 0.')
  }
  const sign = expected === 'raises' ? 1 : -1
  const slope = slopeOf(past)
  const interval = slope === undefined ? undefined : jackknife(past, slope)
  return {
    changes: past.length,
    slope: slope ?? null,
    interval: interval ?? null,
    agreed: agreement(past, sign),
    verdict: verdictOn(interval, sign),
  }
}

/** Undefined where the indicator moved no more than chance moves it. */
function slopeOf(past: readonly PastEffects[]): number | undefined {
  let together = 0
  let moved = 0
  for (const { leading, goal, covariance = 0 } of past) {
    together += leading.estimate * goal.estimate - covariance
    moved += leading.estimate ** 2 - leading.deviation ** 2
  }
  return moved > 0 ? together / moved : undefined
}

function jackknife(past: readonly PastEffects[], slope: number): Interval | undefined {
  const names = past.map(({ change }, i) => change ?? i)
  const changes = [...new Set(names)]
  const n = changes.length
  const without = changes.map((change) => slopeOf(past.filter((_, i) => names[i] !== change)))
  const known = without.filter((one) => one !== undefined)
  // With fewer, or where one change alone moves the indicator, the spread is not known.
  if (n < 5 || known.length < n) return undefined
  const mean = known.reduce((sum, one) => sum + one, 0) / n
  const squares = known.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  const half = studentQuantile(0.975, n - 1) * Math.sqrt(((n - 1) / n) * squares)
  return { lower: slope - half, upper: slope + half }
}

function agreement(past: readonly PastEffects[], sign: number): IndicatorQuality['agreed'] {
  const surely = past.filter(({ leading }) => Math.abs(leading.estimate) > sure * leading.deviation)
  const agreed = surely.filter(({ leading, goal }) => leading.estimate * goal.estimate * sign > 0)
  return { n: agreed.length, of: surely.length, interval: wilsonInterval(agreed.length, surely.length) }
}

function verdictOn(interval: Interval | undefined, sign: number): IndicatorQuality['verdict'] {
  if (interval === undefined) return 'cannot say'
  const [low, high] = sign > 0 ? [interval.lower, interval.upper] : [-interval.upper, -interval.lower]
  if (low > 0) return 'follows'
  return high < 0 ? 'misleads' : 'cannot say'
}
