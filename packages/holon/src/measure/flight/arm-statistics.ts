import type { Measure } from '../../spec/measure.ts'
import type { ArmStatistics, JointMomentsOfUnits } from '../../spec/ports.ts'
import { normalQuantile } from '../../stats/distribution/normal.ts'
import { type Arm, ratioArm } from '../../stats/effect/arm.ts'
import { adjustByCovariate } from '../../stats/effect/covariate.ts'
import type { JointMoments } from '../../stats/joint-moments.ts'
import { pairMomentsFromSums } from '../../stats/moments.ts'
import { estimate } from '../estimate.ts'
import { alikeIn } from './clustered-rows.ts'

/** Where numerator and denominator stand, after a unit met the flight and before. */
const columns = { numerator: 0, denominator: 1, covariateNumerator: 2, covariateDenominator: 3 }

/** The same sums as means and products of deviations. */
function momentsOfUnits({ n, sums, products }: JointMomentsOfUnits): JointMoments {
  const means = sums.map((sum) => sum / n)
  const [xx, xy, xp, xq, yy, yp, yq, pp, pq, qq] = products
  const raw = [
    [xx, xy, xp, xq],
    [xy, yy, yp, yq],
    [xp, yp, pp, pq],
    [xq, yq, pq, qq],
  ]
  return {
    n,
    means,
    products: raw.map((row, i) => row.map((sum, j) => sum - n * (means[i] ?? 0) * (means[j] ?? 0))),
  }
}

/** The units of two arms taken together. */
export function together(a: JointMomentsOfUnits, b: JointMomentsOfUnits): JointMomentsOfUnits {
  const sum = <T extends readonly number[]>(one: T, other: T): T =>
    one.map((value, i) => value + (other[i] ?? 0)) as unknown as T
  return { n: a.n + b.n, sums: sum(a.sums, b.sums), products: sum(a.products, b.products) }
}

/** Two arms ready to be compared. */
export interface Pair {
  readonly control: Arm
  readonly treatment: Arm
  /** Share of the variance that the time before took out, where it was to. */
  readonly varianceReduction?: number
}

/** Two arms as means with the variance of one unit; undefined where they were not measured alike. */
export function pairOf(
  measure: Measure,
  control: ArmStatistics,
  treatment: ArmStatistics,
  adjust = false,
): Pair | undefined {
  if (control.kind === 'rows' && treatment.kind === 'rows')
    return { control: rowsArm(measure, control), treatment: rowsArm(measure, treatment) }
  if (control.kind !== 'units' || treatment.kind !== 'units') return undefined
  const plain = { control: unitsArm(control.units), treatment: unitsArm(treatment.units) }
  if (!adjust || !hasPast(control.units) || !hasPast(treatment.units)) return plain
  const adjusted = adjustByCovariate(momentsOfUnits(control.units), momentsOfUnits(treatment.units), columns)
  return {
    control: adjusted.control,
    treatment: adjusted.treatment,
    varianceReduction: 1 - errorOf(adjusted) / errorOf(plain),
  }
}

/** Units with something before they met the flight. */
const hasPast = ({ sums }: JointMomentsOfUnits): boolean => sums[3] > 0

const errorOf = ({ control, treatment }: Pair): number =>
  control.variance / control.n + treatment.variance / treatment.n

/** A ratio of sums over the units: of a mean, all denominators are what is known of the unit. */
export function unitsArm({ n, sums, products }: JointMomentsOfUnits): Arm {
  const [sumX, sumY] = sums
  const [sumXX, sumXY, , , sumYY] = products
  return ratioArm(pairMomentsFromSums({ n, sumX, sumY, sumXX, sumYY, sumXY }))
}

/**
 * A quantile, an area or a calibration error: the error that its interval stands for, as the variance of one unit. The interval
 * takes rows for independent; those of one unit are taken to be wholly alike.
 */
function rowsArm(measure: Measure, statistics: Extract<ArmStatistics, { kind: 'rows' }>): Arm {
  const { units, rows } = statistics
  const { value, interval } = estimate(measure, rows)
  if (value === null || interval === null) return { n: units, mean: Number.NaN, variance: Number.NaN }
  const error = (interval[1] - interval[0]) / (2 * normalQuantile(0.975))
  return { n: units, mean: value, variance: error * error * units * alikeIn(statistics) }
}
