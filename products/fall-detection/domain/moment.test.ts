import { expect, test } from 'vitest'
import { after, center, MomentFinder, spanLength } from './moment.ts'
import { type Reading, readingsIn } from './reading.ts'

const reading = (ax: number): Reading => ({ ax, ay: 0, az: 0, gx: 0, gy: 0, gz: 0 })

/** Places of the moments in a stream of rest with blows. */
function momentsOf(length: number, blows: Readonly<Record<number, number>>) {
  const finder = new MomentFinder()
  return Array.from({ length }, (_, i) => ({
    told: i,
    moment: finder.push(reading(blows[i] ?? 0.01)),
  })).flatMap(({ told, moment }) => (moment === undefined ? [] : [{ told, moment }]))
}

test('a blow is a moment, told three seconds later with what surrounds it', () => {
  const [one, ...others] = momentsOf(600, { 300: -4 })
  expect(others).toEqual([])
  expect(one?.moment.at).toBe(300)
  expect(one?.told).toBe(300 + readingsIn(after))
  expect(one?.moment.span.strength).toHaveLength(spanLength)
  expect(one?.moment.span.strength[center]).toBe(4)
  expect(one?.moment.span.ax[center]).toBe(-4)
})

test('of blows within two seconds only the strongest is one', () => {
  expect(momentsOf(900, { 300: 3, 380: 5, 460: 4 }).map(({ moment }) => moment.at)).toEqual([380])
  expect(momentsOf(900, { 380: 5, 485: 4 }).map(({ moment }) => moment.at)).toEqual([380, 485])
})

test('rest holds no moment, nor does a blow in the first two seconds', () => {
  expect(momentsOf(600, { 300: 0.45 })).toEqual([])
  expect(momentsOf(600, { 99: 4 })).toEqual([])
})

test('what is told is a copy that stays as it is', () => {
  const finder = new MomentFinder()
  const stream = Array.from({ length: 700 }, (_, i) => finder.push(reading(i === 300 ? 4 : 0.01)))
  expect(stream.find((moment) => moment !== undefined)?.span.strength[center]).toBe(4)
})
