import { check } from 'holon'
import { expect, it } from 'vitest'
import { fallDetection } from './system.ts'

it('misses nothing in its declaration', () => {
  expect(check(fallDetection)).toEqual([])
  expect(new Set(fallDetection.goals.map(({ layer }) => layer)).size).toBe(5)
})
