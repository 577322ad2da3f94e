import { type Confusion, type ConfusionRates, confusion, confusionRates } from '../metrics/confusion.ts'

/** The confusion table of every group, by its name. */
export type GroupConfusions = Readonly<Record<string, Confusion>>

/** A rate of a confusion table that is to be compared between groups. */
export type GroupRate = keyof ConfusionRates

/** Counts right and wrong answers (1 or 0 each) in every group. */
export function confusionByGroup(
  predictions: readonly number[],
  labels: readonly number[],
  groups: readonly string[],
): GroupConfusions {
  const rows = Map.groupBy(groups.keys(), (row) => groups[row] ?? '')
  return Object.fromEntries(
    [...rows].map(([group, members]) => [
      group,
      confusion(
        members.map((row) => predictions[row] ?? Number.NaN),
        members.map((row) => labels[row] ?? Number.NaN),
      ),
    ]),
  )
}

/** One rate in every group. */
export function rateByGroup(groups: GroupConfusions, rate: GroupRate): Record<string, number> {
  return Object.fromEntries(
    Object.entries(groups).map(([group, counts]) => [group, confusionRates(counts)[rate]]),
  )
}

/**
 * The largest difference of a rate between two groups: 0 is parity. A group in which the rate is unknown is
 * left out.
 */
export function rateDifference(groups: GroupConfusions, rate: GroupRate): number {
  const rates = knownRates(groups, rate)
  return Math.max(...rates) - Math.min(...rates)
}

/** The smallest rate as a share of the largest: 1 is parity, below 0.8 breaks the four-fifths rule. */
export function rateRatio(groups: GroupConfusions, rate: GroupRate): number {
  const rates = knownRates(groups, rate)
  return Math.min(...rates) / Math.max(...rates)
}

/** Demographic parity: equal shares of positive answers. */
export function demographicParity(groups: GroupConfusions): { difference: number; ratio: number } {
  return { difference: rateDifference(groups, 'selectionRate'), ratio: rateRatio(groups, 'selectionRate') }
}

/** Equalized odds: equal true- and false-positive rates; the worse of the two (M. Hardt and others, 2016). */
export function equalizedOdds(groups: GroupConfusions): { difference: number; ratio: number } {
  return {
    difference: Math.max(rateDifference(groups, 'recall'), rateDifference(groups, 'falsePositiveRate')),
    ratio: Math.min(rateRatio(groups, 'recall'), rateRatio(groups, 'falsePositiveRate')),
  }
}

function knownRates(groups: GroupConfusions, rate: GroupRate): number[] {
  return Object.values(rateByGroup(groups, rate)).filter((value) => !Number.isNaN(value))
}
