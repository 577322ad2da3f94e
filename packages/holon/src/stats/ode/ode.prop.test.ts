import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dormandPrince } from './dormand-prince.ts'
import { type Rates, rungeKutta } from './runge-kutta.ts'

const pendulum: Rates = (_time, state, rates) => {
  rates[0] = state[1] as number
  rates[1] = -Math.sin(state[0] as number)
}
const energy = (state: Float64Array) => (state[1] as number) ** 2 / 2 - Math.cos(state[0] as number)

function fixed(rates: Rates, start: readonly number[], to: number, steps: number): Float64Array {
  const state = Float64Array.from(start)
  const step = rungeKutta(start.length, rates)
  for (let i = 0; i < steps; i++) step((i * to) / steps, state, to / steps)
  return state
}

const state = fc.tuple(
  fc.double({ min: -2, max: 2, noNaN: true }),
  fc.double({ min: -1.5, max: 1.5, noNaN: true }),
)

test('both methods keep the energy of a pendulum and agree', () => {
  fc.assert(
    fc.property(state, fc.double({ min: 0.1, max: 20, noNaN: true }), (start, time) => {
      const adaptive = dormandPrince(pendulum, start, 0, time)
      expect(energy(adaptive)).toBeCloseTo(energy(Float64Array.from(start)), 6)
      const stepped = fixed(pendulum, start, time, 2_000)
      expect(stepped[0]).toBeCloseTo(adaptive[0] as number, 6)
      expect(stepped[1]).toBeCloseTo(adaptive[1] as number, 6)
    }),
    { numRuns: 30 },
  )
})

test('half the step leaves a sixteenth of the error', () => {
  const decay: Rates = (_time, now, rates) => {
    rates[0] = -(now[0] as number)
  }
  const errorOf = (steps: number) => Math.abs((fixed(decay, [1], 2, steps)[0] as number) - Math.exp(-2))
  expect(errorOf(20) / errorOf(40)).toBeGreaterThan(14)
  expect(errorOf(20) / errorOf(40)).toBeLessThan(18)
})

test('time itself is integrated, and the precision asked for is reached', () => {
  const power: Rates = (time, _state, rates) => {
    rates[0] = 5 * time ** 4
  }
  expect(dormandPrince(power, [0], 1, 3)[0]).toBeCloseTo(242, 8)
  for (const relative of [1e-4, 1e-7, 1e-10]) {
    const [x = Number.NaN] = dormandPrince(pendulum, [1, 0], 0, 10, { relative, absolute: relative })
    const [exact = Number.NaN] = dormandPrince(pendulum, [1, 0], 0, 10, { relative: 1e-13, absolute: 1e-14 })
    expect(Math.abs(x - exact)).toBeLessThan(100 * relative)
  }
})

test('refuses to go backwards, and says where an equation ends', () => {
  expect(() => dormandPrince(pendulum, [0, 0], 1, 1)).toThrow('to - from')
  const blowUp: Rates = (_time, now, rates) => {
    rates[0] = (now[0] as number) ** 2
  }
  expect(() => dormandPrince(blowUp, [1], 0, 2)).toThrow('cannot be solved beyond')
})
