import type { GoalDocument } from 'holon'
import { additionalData, normalQuantile } from 'holon/stats'

/** Where the flight does not say at how many units its intervals are to be narrowest. */
const usualUnits = 5000

/** What is planned. */
export interface PowerPlan {
  /** The smallest effect that is worth having, in the unit of the goal. */
  readonly worth: number
  readonly plannedUnits?: number | undefined
  /** Shares of the control and of the smallest other arm, of all who take part. */
  readonly control: number
  readonly arm: number
}

/**
 * How many units, over all arms, show an effect of that size in 8 of 10 flights by the always-valid test of the scorecard. The
 * spread of one unit is that of the goal as it is measured now, read from its interval; undefined where the goal has none, or no
 * number of units suffices.
 */
export function unitsNeeded(
  { interval, n }: Pick<GoalDocument, 'interval' | 'n'>,
  { worth, plannedUnits = usualUnits, control, arm }: PowerPlan,
): number | undefined {
  if (interval === null || n < 2 || !(worth > 0)) return undefined
  const deviation = ((interval[1] - interval[0]) / 2 / normalQuantile(0.975)) * Math.sqrt(n)
  if (!(deviation > 0)) return undefined
  const both = control + arm
  const [ofControl, ofArm] = [control / both, arm / both]
  // An effect known from two units to begin with, so that a number beyond them is found.
  const start = 2
  const known = {
    estimate: 0,
    deviation: deviation * Math.sqrt((1 / ofControl + 1 / ofArm) / start),
    n: start,
    freedom: Number.POSITIVE_INFINITY,
  }
  const times = additionalData(known, { trueEffect: worth, tightAt: plannedUnits })
  return Number.isFinite(times) ? Math.ceil((start * (1 + times)) / both) : undefined
}
