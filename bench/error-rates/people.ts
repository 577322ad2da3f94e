import type { PairMoments, Sums } from 'holon/stats'
import { pairMomentsFromSums } from 'holon/stats'
import type { Draws } from './draws.ts'

/** Sums that grow batch by batch, as a warehouse keeps them. */
export function growing() {
  let [n, sum, sumSquares] = [0, 0, 0]
  return {
    add(value: number) {
      n += 1
      sum += value
      sumSquares += value * value
    },
    sums: (): Sums => ({ n, sum, sumSquares }),
  }
}

/** The same for pairs: numerator and denominator of one person each. */
export function growingPairs() {
  const sums = { n: 0, sumX: 0, sumY: 0, sumXX: 0, sumYY: 0, sumXY: 0 }
  return {
    add([x, y]: readonly [number, number]) {
      sums.n += 1
      sums.sumX += x
      sums.sumY += y
      sums.sumXX += x * x
      sums.sumYY += y * y
      sums.sumXY += x * y
    },
    moments: (): PairMoments => pairMomentsFromSums(sums),
  }
}

/** Clicks and visits of people who differ in both: visits are log-normal of this spread, click rates even in 0 to 0.4. */
export interface Habits {
  readonly spread: number
}

/** The clicks per visit that everybody together has: rates do not depend on how often somebody comes. */
export const clickRate = 0.2

/** Clicks and visits of one person: those of a person hang together, for the rate is theirs. */
export function person(draws: Draws, { spread }: Habits): readonly [clicks: number, visits: number] {
  const visits = Math.ceil(4 * Math.exp(spread * draws.normal()))
  const rate = 2 * clickRate * draws.next()
  let clicks = 0
  for (let visit = 0; visit < visits; visit += 1) if (draws.chance(rate)) clicks += 1
  return [clicks, visits]
}
