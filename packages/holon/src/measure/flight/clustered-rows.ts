import type { Measure } from '../../spec/measure.ts'
import type { ArmAnswer, ArmStatistics } from '../../spec/ports.ts'
import { isSummed, type SummedMeasure } from '../arms/unit-sums.ts'

/** The rows of an arm, several of which may be of one unit. */
export interface ClusteredRows extends Extract<ArmStatistics, { kind: 'rows' }> {
  /** So many rows count as one where those of a unit all say the same: the most that their being alike may take away. */
  readonly alike: number
}

/**
 * What has to be asked to compare measures between arms: beside each quantile, area or calibration error, how many rows each
 * unit has.
 */
export const asked = (measures: readonly Measure[]): readonly Measure[] => measures.flatMap(besideOne)

const besideOne = (measure: Measure): readonly Measure[] =>
  isSummed(measure) ? [measure] : [measure, rowsIn(measure)]

function rowsIn(measure: Exclude<Measure, SummedMeasure>): Measure {
  const { decision, per, among } = measure
  const needed = measure.op === 'quantile' ? [measure.of] : [measure.score, measure.label]
  const known = needed.map((of) => ({ op: 'known', of }) as const)
  return {
    op: 'count',
    decision,
    per,
    among: { op: 'and', of: [...(among === undefined ? [] : [among]), ...known] },
  }
}

/** The answers for the measures alone, with what their rows have in common. */
export const clustered = (
  measures: readonly Measure[],
  answers: readonly ArmAnswer[],
): readonly ArmAnswer[] =>
  answers.map((answer) => ({ ...answer, statistics: together(measures, answer.statistics) }))

function together(measures: readonly Measure[], statistics: readonly ArmStatistics[]) {
  const left = statistics.values()
  return measures.flatMap((measure): readonly ArmStatistics[] => {
    const own = left.next().value
    const beside = isSummed(measure) ? undefined : left.next().value
    if (own === undefined) return []
    if (own.kind !== 'rows' || beside?.kind !== 'units') return [own]
    const { sums, products } = beside.units
    // The design effect of rows that are wholly alike within units of unequal size (L. Kish, Survey Sampling, 1965).
    const crowded: ClusteredRows = { ...own, alike: sums[0] > 0 ? products[0] / sums[0] : 1 }
    return [crowded]
  })
}

/** How many rows of an arm count as one. */
export const alikeIn = (rows: Extract<ArmStatistics, { kind: 'rows' }> | ClusteredRows): number =>
  'alike' in rows ? Math.max(1, rows.alike) : 1
