import { expect, test } from 'vitest'
import { parallel } from './parallel.ts'

const corner = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 50 },
]

test('moves a way sideways and keeps its corners square', () => {
  expect(parallel(corner, 8)).toEqual([
    { x: 0, y: 8 },
    { x: 92, y: 8 },
    { x: 92, y: 50 },
  ])
  expect(parallel(corner, -8)[1]).toEqual({ x: 108, y: -8 })
})

test('leaves a way as it is when moved by nothing, and drops points that stand on each other', () => {
  const doubled = [corner[0], corner[0], corner[1], corner[2]].filter((point) => point !== undefined)
  expect(parallel(doubled, 0)).toEqual(corner)
})
