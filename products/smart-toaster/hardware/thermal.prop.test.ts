import fc from 'fast-check'
import { rungeKutta } from 'holon/stats'
import { expect, test } from 'vitest'
import { breads } from '../domain/bread.ts'
import { heater, physics } from './constants.ts'
import { loadOf } from './load.ts'
import { at, stateSize, storedHeat, thermalRates } from './thermal.ts'

const anyToast = fc.record({
  bread: fc.constantFrom(...breads),
  size: fc.double({ min: 0.7, max: 1.5, noNaN: true }),
  moisture: fc.double({ min: 0.2, max: 0.48, noNaN: true }),
  mains: fc.double({ min: 0.8, max: 1.2, noNaN: true }),
  wall: fc.double({ min: 18, max: 150, noNaN: true }),
})
type Toast = typeof anyToast extends fc.Arbitrary<infer T> ? T : never

const kitchen = 21 + physics.celsius

/** Heats for some seconds in steps of a length; answers the state, and heat gained beside heat given. */
function heated({ bread, size, moisture, mains, wall }: Toast, seconds: number, step: number) {
  const load = loadOf({ bread, mass: 32 * size, moisture }, 1, 21)
  const state = new Float64Array(stateSize)
  state.fill(kitchen, at.temperature, at.water)
  state.fill(moisture / (1 - moisture), at.water, at.browned)
  for (const part of [at.element, at.wall, at.fuse]) state[part] = wall + physics.celsius
  const before = storedHeat(state, load)
  const move = rungeKutta(
    stateSize,
    thermalRates(
      () => heater.power * mains ** 2,
      () => load,
    ),
  )
  for (let n = 0; n < seconds / step; n++) move(n * step, state, step)
  const value = (place: number) => state[place] as number
  return { state, gained: storedHeat(state, load) - before, given: value(at.supplied) - value(at.lost) }
}

test('what the mains give is in toaster and bread or has left them', () => {
  fc.assert(
    fc.property(anyToast, (toast) => {
      const { gained, given } = heated(toast, 200, 0.02)
      expect(Math.abs(gained - given)).toBeLessThan(0.5)
    }),
    { numRuns: 8 },
  )
})

test('steps of 20 and 50 ms are as good as one of 5 ms', () => {
  fc.assert(
    fc.property(anyToast, fc.constantFrom(0.02, 0.05), (toast, step) => {
      const coarse = heated(toast, 160, step).state
      const fine = heated(toast, 160, 0.005).state
      for (let place = 0; place < at.water; place++) {
        expect(Math.abs((coarse[place] as number) - (fine[place] as number))).toBeLessThan(0.05)
      }
      expect(Math.abs((coarse[at.browned] as number) - (fine[at.browned] as number))).toBeLessThan(1e-3)
    }),
    { numRuns: 4 },
  )
})

test('water only leaves, colour only deepens, and all stays finite, to the end of any toast', () => {
  fc.assert(
    fc.property(anyToast, (toast) => {
      const early = heated(toast, 60, 0.02).state
      const late = heated(toast, 400, 0.02).state
      expect(late.every(Number.isFinite)).toBe(true)
      for (let layer = at.water; layer < at.browned; layer++) {
        expect(late[layer]).toBeLessThanOrEqual((early[layer] as number) + 1e-9)
        expect(late[layer]).toBeGreaterThanOrEqual(-1e-6)
      }
      for (const place of [at.browned, at.charred]) {
        expect(late[place]).toBeGreaterThanOrEqual(early[place] as number)
        expect(late[place]).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: 8 },
  )
})

test('the crumb inside stays near the boiling point as long as it is wet', () => {
  const { state } = heated({ bread: 'white', size: 1, moisture: 0.38, mains: 1, wall: 21 }, 150, 0.02)
  const celsius = (layer: number) => (state[at.temperature + layer] as number) - physics.celsius
  expect(state[at.water + 3]).toBeGreaterThan(0.2)
  expect(celsius(3)).toBeLessThan(100)
  expect(celsius(0)).toBeGreaterThan(180)
})
