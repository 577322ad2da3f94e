/**
 * The attention-allocation environment and its greedy agent: units of attention go to places, and what is there and not
 * attended to is never seen. A. D'Amour, H. Srinivasan, J. Atwood, P. Baljekar, D. Sculley, Y. Halpern, Fairness Is Not
 * Static, FAT* 2020.
 */

/** Probability that a place with so many incidents expected (Poisson) has more than `units` of them. */
export function chanceOfMore(expected: number, units: number): number {
  let probability = Math.exp(-expected)
  let below = probability
  for (let count = 1; count <= units; count++) {
    probability *= expected / count
    below += probability
  }
  return Math.max(0, 1 - below)
}

/** Units, one after the other, to the place where one more most probably sees one more incident; the first of equals. */
export function allocateGreedily(units: number, expected: readonly number[]): readonly number[] {
  const allocation = expected.map(() => 0)
  for (let unit = 0; unit < units; unit++) {
    const gains = expected.map((rate, place) => chanceOfMore(rate, allocation[place] ?? 0))
    const best = gains.indexOf(Math.max(...gains))
    allocation[best] = (allocation[best] ?? 0) + 1
  }
  return allocation
}

/** Rates a step later: attention lowers them, by `change` for each unit, and its absence raises them. */
export function ratesAfter(
  rates: readonly number[],
  allocation: readonly number[],
  change: number,
): readonly number[] {
  return rates.map((rate, place) => {
    const units = allocation[place] ?? 0
    return units === 0 ? rate + change : Math.max(0, rate - change * units)
  })
}

/** What an agent believes after a step: what it saw, added to what it knew, which counts less by `decay` (0 to 1). */
export function countsAfter(
  counts: readonly number[],
  observed: readonly number[],
  decay: number,
): readonly number[] {
  return counts.map((count, place) => (1 - decay) * count + (observed[place] ?? 0))
}
