import { expect, test } from 'vitest'
import { courseOf, groupsOf } from './figures.ts'

test('what is noted with different values is averaged', () => {
  const waits = [
    { day: 0, n: 2, sum: 5 },
    { day: 7, n: 0, sum: 0 },
  ]
  const course = courseOf({ name: 'hours waited', overTime: waits }, 10)
  expect(course.per).toBe('mean')
  expect(course.points.map(({ value }) => value)).toEqual([2.5, null])
  expect(course.value).toBe(2.5)
})

test('what is only counted is told by the day, the last stretch by its own length', () => {
  const crimes = [
    { day: 0, n: 14, sum: 14 },
    { day: 7, n: 6, sum: 6 },
  ]
  const course = courseOf({ name: 'crimes', overTime: crimes }, 10)
  expect(course.per).toBe('a day')
  expect(course.points.map(({ value }) => value)).toEqual([2, 2])
  expect(course.value).toBe(2)
})

test('figures of one kind stand together, the others by their whole names', () => {
  const names = [
    'patrols in North',
    'crimes',
    'patrols in South',
    'walks: in rain',
    'walks: dry',
    'waits in line',
  ]
  const courses = names.map((name) => courseOf({ name, overTime: [] }, 1))
  expect(groupsOf(courses).map(({ name, members }) => [name, members.map(({ called }) => called)])).toEqual([
    ['patrols', ['North', 'South']],
    ['crimes', ['']],
    ['walks', ['in rain', 'dry']],
    ['waits in line', ['']],
  ])
})
