import { HolonError } from '../../spec/error.ts'
import type { FlightUnit } from '../../spec/flight.ts'
import type { Measure, Statistics } from '../../spec/measure.ts'
import { type Arm, meanArm, ratioArm } from '../../stats/effect/arm.ts'
import { momentsFromSums, pairMomentsFromSums } from '../../stats/moments.ts'

/** What a flight assigns where a goal is compared: a person, unless it is measured per something else. */
export const usualUnit = ({ per }: Measure): FlightUnit => (per === 'decision' ? 'person' : per)

/**
 * The measure whose statistics tell how the units of a flight differ in another one. Rates and means become ratios of sums
 * over units, as a scorecard compares them; counts and sums are of one unit.
 *
 * @throws HolonError `input-invalid` for what is no sum over units
 */
export function ofUnits(goal: string, measure: Measure, unit: FlightUnit): Measure {
  const { op, per, decision, among } = measure
  if (op === 'quantile' || op === 'auc' || op === 'calibrationError')
    throw unplanned(goal, `it is a ${op}, whose variance is not that of single units`)
  if (per !== 'decision' && (op === 'count' || per !== unit))
    throw unplanned(
      goal,
      op === 'count'
        ? `it counts every ${per} once`
        : `it is measured per ${per}, and a flight of units "${unit}" is not`,
    )
  if (per !== 'decision' || unit === 'decision') return measure
  const rows = { decision, per: unit, ...(among !== undefined && { among }) }
  const one = { op: 'literal', value: 1 } as const
  switch (op) {
    case 'count':
      return { op: 'sum', of: one, ...rows }
    case 'rate':
      return { op: 'ratio', of: { op: 'number', of: measure.of }, over: one, ...rows }
    case 'mean':
      return { op: 'ratio', of: measure.of, over: one, ...rows }
    default:
      return { ...measure, per: unit }
  }
}

/** Mean of the units and variance of one of them; undefined for fewer than two. */
export function unitsIn(statistics: Statistics): Arm | undefined {
  if (statistics.kind === 'moments' && statistics.n > 1) {
    const { n, sum, squares } = statistics
    return meanArm(momentsFromSums({ n, sum, sumSquares: squares }))
  }
  if (statistics.kind !== 'ratio' || statistics.n < 2 || statistics.y === 0) return undefined
  const { n, x, y, xx, yy, xy } = statistics
  return ratioArm(pairMomentsFromSums({ n, sumX: x, sumY: y, sumXX: xx, sumYY: yy, sumXY: xy }))
}

const unplanned = (goal: string, why: string): HolonError =>
  new HolonError(
    'input-invalid',
    `No flight can be planned for "${goal}": ${why}.`,
    'Plan for a goal that is a rate, a mean, a sum or a ratio, or give another unit.',
  )
