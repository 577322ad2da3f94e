import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  lateralDistance,
  oppositeDirectionDistance,
  sameDirectionDistance,
  stoppingDistance,
} from './responsibility-sensitive.ts'

const speed = fc.double({ min: 0, max: 60, noNaN: true })
const response = fc.record({
  time: fc.double({ min: 0, max: 3, noNaN: true }),
  accelerating: fc.double({ min: 0, max: 5, noNaN: true }),
  braking: fc.double({ min: 1, max: 9, noNaN: true }),
})

/** Drives both cars in small steps and tells the smallest gap between them. */
function smallestGap(
  gap: number,
  leader: number,
  follower: number,
  hardest: number,
  how: { time: number; accelerating: number; braking: number },
): number {
  const usual = 0.001
  let [smallest, lead, follow, between] = [gap, leader, follower, gap]
  let time = 0
  while (time < how.time || lead > 0 || follow > 0) {
    // The response ends at the end of a step: half a step more would be far too far at these speeds.
    const step = time < how.time ? Math.min(usual, how.time - time) : usual
    const leadNext = Math.max(0, lead - hardest * step)
    const followNext =
      time < how.time ? follow + how.accelerating * step : Math.max(0, follow - how.braking * step)
    between += ((lead + leadNext - follow - followNext) / 2) * step
    smallest = Math.min(smallest, between)
    lead = leadNext
    follow = followNext
    time += step
  }
  return smallest
}

test('a car at the safe distance never touches a leader that brakes as hard as it can', () => {
  fc.assert(
    fc.property(speed, speed, response, (following, leading, how) => {
      const distance = sameDirectionDistance({ following, leading, response: how, hardest: 9 })
      const smallest = smallestGap(distance, leading, following, 9, how)
      expect(smallest).toBeGreaterThan(-1e-3)
      // Not a metre more than it takes, either.
      if (distance > 0) expect(smallest).toBeLessThan(1e-3)
    }),
    { numRuns: 100 },
  )
})

test('a top speed only shortens the way, and none at all is no acceleration', () => {
  fc.assert(
    fc.property(speed, response, fc.double({ min: 0, max: 60, noNaN: true }), (at, how, topSpeed) => {
      const free = stoppingDistance(at, how)
      const capped = stoppingDistance(at, { ...how, topSpeed })
      expect(capped).toBeLessThanOrEqual(free + 1e-9)
      if (topSpeed <= at) expect(capped).toBeCloseTo(stoppingDistance(at, { ...how, accelerating: 0 }), 6)
    }),
  )
})

test('cars that meet need both ways, the margin on top', () => {
  const how = { time: 2, accelerating: 3.5, braking: 4 }
  const one = { speed: 50 / 3.6, response: { ...how, braking: 3 } }
  expect(oppositeDirectionDistance(one, { speed: 50 / 3.6, response: how })).toBeCloseTo(196.82, 2)
  expect(oppositeDirectionDistance(one, { speed: 0, response: { ...how, time: 0 } }, 2)).toBeCloseTo(
    stoppingDistance(one.speed, one.response) + 2,
    9,
  )
})

test('side by side is mirror-symmetric, and far apart speeds need nothing', () => {
  const how = { time: 2, accelerating: 0.2, braking: 0.8 }
  const pair = (left: number, right: number) =>
    lateralDistance({ speed: left, response: how }, { speed: right, response: how }, 0.1)
  fc.assert(
    fc.property(
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: -3, max: 3, noNaN: true }),
      (a, b) => {
        expect(pair(a, b)).toBeCloseTo(pair(-b, -a), 9)
        expect(pair(a, b)).toBeGreaterThanOrEqual(0)
      },
    ),
  )
  expect(pair(-3, 3)).toBe(0)
})

test('refuses what is no speed or no brake', () => {
  const how = { time: 1, accelerating: 1, braking: 4 }
  expect(() => stoppingDistance(-1, how)).toThrow('speed is -1')
  expect(() => stoppingDistance(1, { ...how, braking: 0 })).toThrow('braking is 0')
  expect(() => stoppingDistance(1, { ...how, time: -1 })).toThrow('response time is -1')
})
