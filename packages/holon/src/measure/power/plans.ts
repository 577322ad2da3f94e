import type { Detectable, PowerDocument, PowerPlan, PowerTest } from '../../spec/power.ts'
import { type FlightPlan, flightEffect, flightUnits } from '../../stats/effect/flight-power.ts'

/** What is planned with, as far as it is known. */
export interface Planning {
  readonly assumed: PowerDocument['assumed']
  /** Whether the goal is a share of the units themselves, whose variance follows from it. */
  readonly isShare: boolean
  /** Whether less is better. */
  readonly down: boolean
}

const longest = 365
const shortest = 14
const points = 48

/** What each way of testing takes; the adjusted ones only where there is a correlation. */
export function plansOf(planning: Planning): readonly PowerPlan[] {
  const { correlation } = planning.assumed
  const tests: readonly PowerTest[] = ['fixed', 'always-valid']
  const ways = (correlation === 0 ? [false] : [false, true]).flatMap((adjusted) =>
    tests.map((test) => ({ test, adjusted, units: unitsOf(planning, test, adjusted) })),
  )
  const daysOf = daysBy(planning)
  const days = horizon(ways.flatMap(({ units }) => daysOf(units) ?? []))
  return ways.map((way) => ({
    ...way,
    days: daysOf(way.units),
    curve: curveOf(planning, way.test, way.adjusted, days),
  }))
}

/** Undefined where what it takes is not known. */
function planOf({ assumed, isShare }: Planning, test: PowerTest, adjusted: boolean): FlightPlan | undefined {
  const { baseline, variance, power, alpha, arms, correlation } = assumed
  if (baseline === null || variance === null) return undefined
  return {
    ...{ baseline, power, alpha, arms, alwaysValid: test === 'always-valid' },
    ...(!isShare && { variance }),
    ...(adjusted && { correlation }),
  }
}

function unitsOf(planning: Planning, test: PowerTest, adjusted: boolean): number | null {
  const plan = planOf(planning, test, adjusted)
  const { effect } = planning.assumed
  if (plan === undefined || effect === null || !isPossible(planning)) return null
  return Math.ceil(flightUnits(plan, effect) - 1e-6)
}

/** A share stays between 0 and 1. */
export function isPossible({ assumed: { baseline, effect }, isShare }: Planning): boolean {
  if (!isShare || baseline === null || effect === null) return true
  return baseline > 0 && baseline < 1 && baseline + effect > 0 && baseline + effect < 1
}

const daysBy =
  ({ assumed: { unitsPerDay, share } }: Planning) =>
  (units: number | null): number | null =>
    units === null || unitsPerDay === null ? null : units / (unitsPerDay * share)

/** Days for which a curve is told: half as many again as the longest plan takes, within limits. */
function horizon(days: readonly number[]): readonly number[] {
  const end = Math.min(longest, Math.max(shortest, Math.ceil(1.5 * Math.max(0, ...days))))
  const step = Math.max(1, Math.ceil(end / points))
  return Array.from({ length: Math.floor(end / step) }, (_, i) => (i + 1) * step)
}

function curveOf(
  planning: Planning,
  test: PowerTest,
  adjusted: boolean,
  days: readonly number[],
): readonly Detectable[] {
  const { unitsPerDay, share, baseline } = planning.assumed
  const plan = planOf(planning, test, adjusted)
  if (plan === undefined || unitsPerDay === null) return []
  if (planning.isShare && (baseline === null || baseline <= 0 || baseline >= 1)) return []
  return days.map((day) => {
    const units = day * unitsPerDay * share
    return { days: day, units, effect: flightEffect(plan, units, planning.down) ?? null }
  })
}
