import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dormandPrince } from '../ode/dormand-prince.ts'
import { seededRandom } from '../random/seeded.ts'
import { chiSquareFit } from '../test/chi-square-fit.ts'
import { epidemicRates } from './compartments.ts'
import { extinctionProbability, finalSize, herdImmunity } from './final-size.ts'
import { courses, networkStep } from './network.ts'
import { outbreakSizes } from './reed-frost.ts'
import { discreteSerialInterval, reproductionNumber } from './reproduction.ts'

const share = fc.double({ min: 0.05, max: 0.95, noNaN: true })

test('the final size is where the epidemic ends in time, whenever people begin to infect', () => {
  fc.assert(
    fc.property(fc.double({ min: 1.3, max: 6, noNaN: true }), share, (reproduction, onset) => {
      const [sir, seir] = [{}, { onset }].map((more) => {
        const rates = epidemicRates({ contact: reproduction, recovery: 1, ...more })
        return dormandPrince(rates, [1 - 1e-7, 0, 1e-7, 0], 0, 5000)
      })
      expect(sir?.[3]).toBeCloseTo(finalSize(reproduction), 4)
      expect(seir?.[3]).toBeCloseTo(finalSize(reproduction), 4)
      expect([...(seir ?? [])].reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 7)
    }),
    { numRuns: 25 },
  )
})

test('below one infection by each case there is no epidemic', () => {
  expect([finalSize(0.9), herdImmunity(0.9), extinctionProbability(0.9, 3)]).toEqual([0, 0, 1])
  expect(finalSize(1.0001)).toBeCloseTo(0.0002, 5)
  expect(extinctionProbability(2, 3)).toBe(0.125)
})

test('household sizes are a distribution, and those of three people are the closed form', () => {
  fc.assert(
    fc.property(share, fc.integer({ min: 1, max: 8 }), (q, size) => {
      const sizes = outbreakSizes(size, q)
      expect(sizes).toHaveLength(size)
      expect(sizes.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 10)
      const p = 1 - q
      const closed = [q * q, 2 * p * q * q, p * p * (1 + 2 * q)]
      expect(
        outbreakSizes(3, q)
          .map((value, i) => value - (closed[i] ?? 0))
          .every((off) => Math.abs(off) < 1e-12),
      ).toBe(true)
    }),
  )
})

test('a household simulated as a network of all with all has these sizes', () => {
  const random = seededRandom('household')
  const contacts = [0, 1, 2, 3].map((person) => [0, 1, 2, 3].filter((other) => other !== person))
  const infection = { course: courses.SIR, contacts, infection: 0.4 }
  const counts = [0, 0, 0, 0]
  for (let house = 0; house < 4000; house += 1) {
    let state = [1, 0, 0, 0]
    while (state.includes(1)) state = networkStep(state, infection, random)
    const infected = state.filter((place) => place > 0).length
    counts[infected - 1] = (counts[infected - 1] ?? 0) + 1
  }
  expect(chiSquareFit(counts, outbreakSizes(4, 0.6)).pValue).toBeGreaterThan(1e-4)
})

test('everybody moves by at most one place, never back, and the sick do not recover from an infection without recovery', () => {
  fc.assert(
    fc.property(fc.integer(), share, share, share, (seed, infection, onset, recovery) => {
      const random = seededRandom(seed)
      const contacts = Array.from({ length: 12 }, (_, i) => [(i + 11) % 12, (i + 1) % 12])
      let state = Array.from({ length: 12 }, (_, i) => Number(i === 0) * 2)
      for (let step = 0; step < 20; step += 1) {
        const next = networkStep(
          state,
          { course: courses.SEIR, contacts, infection, onset, recovery },
          random,
        )
        for (const [i, place] of next.entries()) {
          expect([0, 1]).toContain(place - (state[i] ?? 0))
          expect(place).toBeLessThanOrEqual(3)
        }
        state = next
      }
      expect(
        networkStep([1, 0], { course: courses.SI, contacts: [[1], [0]], infection: 0, recovery: 1 }, random),
      ).toEqual([1, 0])
    }),
    { numRuns: 30 },
  )
  expect(() => networkStep([0], { course: courses.SI, contacts: [], infection: 1 }, seededRandom(1))).toThrow(
    '1 states of 0',
  )
})

test('a known reproduction number is found again', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 3, noNaN: true }), (reproduction) => {
      const serial = discreteSerialInterval(3, 1.2, 15)
      const cases = [1000]
      for (let day = 1; day < 20; day += 1)
        cases.push(reproduction * serial.reduce((sum, w, back) => sum + w * (cases[day - back] ?? 0), 0))
      const { mean, quantile } = reproductionNumber(cases, serial, [8, 14])
      expect(mean / reproduction).toBeCloseTo(1, 1)
      expect(quantile(0.025)).toBeLessThan(mean)
      expect(quantile(0.975)).toBeGreaterThan(mean)
    }),
  )
})

test('serial intervals are shares with the wanted mean', () => {
  const shares = discreteSerialInterval(8.4, 3.8, 60)
  expect(shares.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 6)
  expect(shares.reduce((sum, p, day) => sum + p * day, 0)).toBeCloseTo(8.4, 4)
  expect(shares[0]).toBe(0)
})

test('a window outside the days is refused', () => {
  expect(() => reproductionNumber([1, 2], [0, 1], [1, 3])).toThrow('a window up to day 3 of 2')
})
