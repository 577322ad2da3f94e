import { expect, test } from 'vitest'
import { changedSettings, formatDays, runSize, runTitle } from './run-words.ts'

const size = { people: 1, days: 90, seed: 7 }

test('says what a run is about', () => {
  expect(runTitle(size)).toBe('current')
  expect(runTitle({ ...size, version: 'calm' })).toBe('calm')
  expect(runTitle({ ...size, compare: ['current', 'calm'] })).toBe('current against calm')
  expect(runTitle({ ...size, quality: 0.85 })).toBe('current, a model as good as 0.85')
})

test('says how large it is and what was changed', () => {
  expect(runSize(size)).toBe('1 person, 90 days, seed 7')
  expect(runSize({ ...size, people: 1200 })).toBe('1,200 people, 90 days, seed 7')
  expect(changedSettings({ ...size, settings: { rain: 0.2, strict: true } })).toBe('rain 0.2, strict yes')
  expect(changedSettings(size)).toBe('')
})

test('says days as people do', () => {
  expect([0, 1, 1.04, 2.46, 30.4].map(formatDays)).toEqual([
    '0 days',
    '1 day',
    '1 day',
    '2.5 days',
    '30 days',
  ])
})
