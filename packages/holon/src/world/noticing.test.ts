import { expect, test } from 'vitest'
import { type Mark, noticed } from './noticing.ts'

const told = (marks: readonly Mark[]) => noticed({ goals: [], stretches: [], every: 1, marks, day: 10 })
const overdue = (day: number): Mark => ({ day, by: 'monitor', what: 'A case is overdue' })
const change = (day: number): Mark => ({ day, by: 'scenario', what: 'launch', begins: true })

test('what is noticed in the same words is told once until the world changes, with how often', () => {
  const other: Mark = { day: 2, by: 'monitor', what: 'A case was lost' }
  expect(told([overdue(3), overdue(1), other, overdue(2), change(4), overdue(6), overdue(5)])).toEqual([
    { day: 1, by: 'monitor', what: 'A case is overdue', times: 3, until: 3 },
    other,
    { day: 4, by: 'scenario', what: 'launch' },
    { day: 5, by: 'monitor', what: 'A case is overdue', late: 1, times: 2, until: 6 },
  ])
})

test('what happens is told as often as it happens', () => {
  expect(told([change(1), change(1)])).toHaveLength(2)
})
