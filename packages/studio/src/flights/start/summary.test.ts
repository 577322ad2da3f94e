import type { GoalDeclaration } from 'holon'
import { expect, test } from 'vitest'
import { summaryOf } from './summary.ts'

const goal: GoalDeclaration = {
  ...{ name: 'calm filing', layer: 'user', why: '', unit: '%', target: { atLeast: 0.7 }, supports: [] },
}
const system = { goals: [goal] }

test('says who meets what, and what it is for', () => {
  const summary = summaryOf(
    {
      decision: 'meter',
      factors: [{ name: 'change', arms: [{ name: 'plain' }, { name: 'calm', variant: 'calm', weight: 3 }] }],
      ...{ share: 0.2, main: 'calm filing', worth: 0.02, guards: ['back', 'paid'], layer: 'words' },
      conditions: [{ field: 'filingStatus', by: 'eq', value: 'single' }],
    },
    system,
  )
  expect(summary).toBe(
    'From the next decision on, 20.0% of all people of whom filing status is single take part at “meter”: 25.0% in “plain” (as declared) and 75.0% in “calm” (variant calm). Nobody is in another flight of the layer “words”. It is to improve “calm filing”, by +2 pp at least, without harm to back and paid.',
  )
})

test('says how much harm is tolerated, but of the goal that is to be improved', () => {
  const back: GoalDeclaration = { ...goal, name: 'back', layer: 'organization' }
  const words = summaryOf(
    { main: 'calm filing', margins: { back: 0.01, 'calm filing': 0.02 } },
    { goals: [goal, back] },
  )
  expect(words).toMatch(
    /improve “calm filing”\. Nothing ships before harm of more than 1 pp to back is ruled out\.$/,
  )
})

test('says how many arms crossed factors make', () => {
  const arms = [{ name: 'a' }, { name: 'b', model: 'b' }]
  const words = summaryOf(
    {
      decision: 'meter',
      factors: [
        { name: 'x', arms },
        { name: 'y', arms },
      ],
    },
    system,
  )
  expect(words).toContain('4 arms, every combination of x (a or b) and y (a or b).')
  expect(words).toContain('It names no main goal')
})

test('says what a holdout is kept from', () => {
  expect(summaryOf({ holdout: true, share: 0.05, main: 'calm filing' }, system)).toBe(
    'From the next decision on, 5.0% of all people are kept from every flight and from all that was kept, and compared with everybody else. It is to improve “calm filing”.',
  )
})
