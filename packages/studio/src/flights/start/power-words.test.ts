import type { PowerDocument, PowerTest } from 'holon'
import { expect, test } from 'vitest'
import { powerOptions, unitsWords } from './power-words.ts'

const arms = [{ name: 'a' }, { name: 'b' }, { name: 'c' }]

test('asks for all arms, of crossed factors for every combination', () => {
  const options = { unit: 'person', effect: 1, arms: 3, share: 0.1 }
  expect(powerOptions({ worth: 1, factors: [{ name: 'x', arms }] })).toEqual(options)
  const two = { name: 'x', arms: arms.slice(0, 2) }
  expect(powerOptions({ worth: 1, factors: [two, two] })).toEqual({ ...options, arms: 4 })
  expect(powerOptions({ holdout: true, share: 0.05, unit: 'episode' })).toEqual({ unit: 'episode' })
})

const plan = (test: PowerTest, units: number | null) => ({
  ...{ test, units, adjusted: false, curve: [], days: units === null ? null : units / 300 },
})
const power: PowerDocument = {
  ...{ goal: 'g', valueUnit: '%', unit: 'person', words: '' },
  measured: { baseline: 0.5, variance: 0.25, units: 100, days: 1, unitsPerDay: 100 },
  assumed: {
    ...{ power: 0.8, alpha: 0.05, arms: 2, share: 1, correlation: 0, effect: 0.02 },
    ...{ baseline: 0.5, variance: 0.25, unitsPerDay: 100 },
  },
  plans: [plan('fixed', 2040), plan('always-valid', 3149)],
}

test('says how many it takes, and how long, by the test that judges the flight', () => {
  expect(unitsWords({ main: 'g', worth: 0.02 }, power)).toBe(
    'Takes about 3,100 people in all arms, which is 11 days with this share, to be seen in 8 of 10 such flights. It is 50.0% now.',
  )
  const once = unitsWords({ main: 'g', worth: 0.02, judge: { method: 'fixed', units: 9 } }, power)
  expect(once).toContain('about 2,000 people in all arms, which is 7 days')
})

test('says what is missing', () => {
  const unknown = { ...power, plans: [plan('always-valid', null)] }
  expect(unitsWords({ main: 'g', worth: 0.02 }, unknown)).toContain('Too little is known')
  expect(unitsWords({ main: 'g' }, power)).toContain('Says how many')
  expect(unitsWords({ main: 'g', worth: 1 }, undefined)).toContain('Asking')
  expect(unitsWords({ main: 'g', worth: 1 }, undefined, true)).toContain('Nothing can be planned')
  expect(unitsWords({}, undefined)).toBe('Choose a main goal first.')
})
