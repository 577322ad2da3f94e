import { sampleSizeForMean } from 'holon/stats'
import { expect, test } from 'vitest'
import { unitsNeeded } from './units-needed.ts'

// A share of 0.5 of 1,000: deviation 0.5 of one unit.
const half = 1.959964 * (0.5 / Math.sqrt(1000))
const goal = { interval: [0.5 - half, 0.5 + half] as const, n: 1000 }
const halves = { control: 0.5, arm: 0.5 }

test('takes more than a test that is looked at once, and not absurdly more', () => {
  const once = sampleSizeForMean({ difference: 0.04 }, 0.25)
  const needed = unitsNeeded(goal, { worth: 0.04, plannedUnits: 8000, ...halves }) ?? Number.NaN
  expect(once).toBeGreaterThan(4000)
  expect(needed).toBeGreaterThan(1.2 * once)
  expect(needed).toBeLessThan(2.5 * once)
})

test('takes about four times as many for half the effect, and more where arms are more or uneven', () => {
  const of = (worth: number, control = 0.5, arm = 0.5) =>
    unitsNeeded(goal, { worth, plannedUnits: 10_000, control, arm }) ?? Number.NaN
  expect(of(0.02) / of(0.04)).toBeGreaterThan(3)
  expect(of(0.02) / of(0.04)).toBeLessThan(6)
  expect(of(0.04, 0.25, 0.25) / of(0.04)).toBeCloseTo(2, 1)
  expect(of(0.04, 0.9, 0.1)).toBeGreaterThan(2 * of(0.04))
})

test('says nothing where the goal has no interval, or nothing is worth anything', () => {
  expect(unitsNeeded({ interval: null, n: 10 }, { worth: 1, ...halves })).toBeUndefined()
  expect(unitsNeeded(goal, { worth: 0, ...halves })).toBeUndefined()
  expect(unitsNeeded({ interval: [1, 1], n: 10 }, { worth: 1, ...halves })).toBeUndefined()
})
