import { seededRandom } from 'holon/stats'
import { expect, it } from 'vitest'
import { Noticed } from './noticed.ts'
import { happeningOf } from './world.ts'

it('draws lives in which most strong movements are no falls, and all falls are noticed', () => {
  const random = seededRandom(1)
  const lives = Array.from({ length: 400 }, () => happeningOf(random))
  const falls = lives.filter(({ fell }) => fell)
  expect(falls.length).toBeGreaterThan(40)
  expect(falls.length).toBeLessThan(110)
  expect(falls.filter(({ noticed }) => noticed.length === 0)).toEqual([])
  expect(lives.some(({ fell, noticed }) => !fell && noticed.length > 0)).toBe(true)
  for (const { noticed } of lives) {
    for (const one of noticed) expect(Noticed.safeParse(one).error).toBeUndefined()
  }
})

it('draws the same lives from the same seed', () => {
  const lives = () => {
    const random = seededRandom(7)
    return Array.from({ length: 20 }, () => happeningOf(random))
  }
  expect(lives()).toEqual(lives())
})
