import type { GoalDocument } from 'holon'
import { expect, test } from 'vitest'
import { plannable, readPowerView } from './view.ts'

test('the address says what it can say', () => {
  expect(
    readPowerView({ goal: 'useful', effect: 0.02, arms: '3', unit: 'person', share: Number.NaN }),
  ).toEqual({
    goal: 'useful',
    effect: 0.02,
    unit: 'person',
  })
  expect(readPowerView({ goal: '', unit: 'planet', other: 1 })).toEqual({})
})

test('flights are planned for sums over units', () => {
  const goal = (name: string, measure: object | undefined) => ({ name, measure }) as GoalDocument
  expect(
    plannable([
      goal('unmeasured', undefined),
      goal('rate', { op: 'rate', per: 'person' }),
      goal('median', { op: 'quantile', per: 'decision' }),
      goal('visits', { op: 'count', per: 'decision' }),
      goal('people', { op: 'count', per: 'person' }),
    ]),
  ).toEqual(['rate', 'visits'])
})
