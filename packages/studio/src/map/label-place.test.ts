import { expect, test } from 'vitest'
import { labelPlace } from './label-place.ts'

test('finds the middle of the longest level leg', () => {
  const way = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 500 },
    { x: 210, y: 500 },
  ]
  expect(labelPlace(way)).toEqual({ x: 110, y: 500 })
})

test('takes the longest leg where none is level, and nothing where there is no way', () => {
  expect(
    labelPlace([
      { x: 0, y: 0 },
      { x: 0, y: 80 },
    ]),
  ).toEqual({ x: 0, y: 40 })
  expect(labelPlace([{ x: 0, y: 0 }])).toBeUndefined()
})
