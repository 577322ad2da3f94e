import { expect, it } from 'vitest'
import { systemRandom } from './random.ts'

it('draws uniformly from [0, 1) with 53 bits', () => {
  const random = systemRandom()
  const draws = Array.from({ length: 100_000 }, () => random.next())
  expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true)
  const counts = new Array<number>(10).fill(0)
  for (const draw of draws) counts[Math.floor(draw * 10)] = (counts[Math.floor(draw * 10)] ?? 0) + 1
  const square = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)
  // Beyond the 99.9999 % point of chi-square with 9 degrees of freedom.
  expect(square).toBeLessThan(45.1)
  const fine = draws.filter((draw) => (draw * 2 ** 53) % 2 === 1).length
  expect(Math.abs(fine - 50_000)).toBeLessThan(1000)
  expect(draws.every((draw) => Number.isInteger(draw * 2 ** 53))).toBe(true)
})

it('never repeats a pool', () => {
  const random = systemRandom()
  expect(new Set(Array.from({ length: 5000 }, () => random.next())).size).toBe(5000)
})
