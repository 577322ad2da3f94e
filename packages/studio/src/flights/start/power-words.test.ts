import { expect, test } from 'vitest'
import { powerPlan, unitsWords } from './power-words.ts'

test('plans by the control and the smallest other arm', () => {
  const arms = [{ name: 'a' }, { name: 'b', weight: 2 }, { name: 'c' }]
  expect(powerPlan({ worth: 1, factors: [{ name: 'x', arms }] })).toEqual({
    ...{ worth: 1, plannedUnits: undefined, control: 0.25, arm: 0.25 },
  })
  const two = { name: 'x', arms: arms.slice(0, 2) }
  expect(powerPlan({ worth: 1, factors: [two, two] })).toMatchObject({ control: 0.25, arm: 0.25 })
  expect(powerPlan({ worth: 1, holdout: true, share: 0.05 })).toMatchObject({ control: 0.05, arm: 0.95 })
  expect(powerPlan({})).toBeUndefined()
})

test('says how many it takes, of how many who come', () => {
  const goal = { value: 0.5, unit: '%' }
  expect(unitsWords({ main: 'g', worth: 0.02, share: 0.2 }, goal, 3149)).toBe(
    'Takes about 3,100 people, of about 16,000 people who come, to be seen in 8 of 10 such flights. It is 50.0% now.',
  )
  expect(unitsWords({ main: 'g', worth: 0.02, share: 1 }, goal, 3149)).not.toContain('who come')
  expect(unitsWords({ main: 'g', worth: 0.02 }, goal, undefined)).toContain('Too little is known')
  expect(unitsWords({ main: 'g' }, goal, undefined)).toContain('Says how many')
  expect(unitsWords({}, undefined, undefined)).toBe('Choose a main goal first.')
})
