import { chiSquareFit, sampleRatioSequence } from 'holon/stats'
import type { Check } from './check.ts'
import type { Draws } from './draws.ts'

/** As the scorecard has it: looked at on every visit, and seldom true. */
const alarm = 0.01

/** How many of `n` units came into each arm. */
function arrived(draws: Draws, n: number, shares: readonly number[]): number[] {
  const counts = shares.map(() => 0)
  for (let i = 0; i < n; i += 1) {
    let left = draws.next()
    const arm = shares.findIndex((share) => {
      left -= share
      return left < 0
    })
    const at = arm < 0 ? shares.length - 1 : arm
    counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}

/** Whether the sequential alarm ever rings, a look after every batch. */
function everRings(draws: Draws, shares: readonly number[], batch: number, looks: number): boolean {
  const batches = Array.from({ length: looks }, () => arrived(draws, batch, shares))
  return (sampleRatioSequence(batches, shares).at(-1)?.pValue ?? 1) <= alarm
}

const halves = [0.5, 0.5]
const uneven = [0.1, 0.3, 0.6]

/** Alarms that units do not come in their shares, where they do. */
export const sampleRatio: readonly Check[] = [
  {
    name: 'fixed, halves, 5,000 units',
    errs: (draws: Draws) => chiSquareFit(arrived(draws, 5000, halves), halves).pValue <= alarm,
  },
  {
    name: 'fixed, 10 : 30 : 60, 2,000 units',
    errs: (draws: Draws) => chiSquareFit(arrived(draws, 2000, uneven), uneven).pValue <= alarm,
  },
  {
    name: 'sequential, halves, 100 looks up to 5,000 units',
    atMost: true,
    errs: (draws: Draws) => everRings(draws, halves, 50, 100),
  },
  {
    name: 'sequential, 10 : 30 : 60, 1,000 looks, one unit each',
    atMost: true,
    errs: (draws: Draws) => everRings(draws, uneven, 1, 1000),
  },
].map((check) => ({ nominal: alarm, ...check }))
