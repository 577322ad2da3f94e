import { expect, test } from 'vitest'
import { chiSquareFit, seededRandom } from '../stats/index.ts'
import { askedIn, auditsOf } from './audits.ts'
import { makeId } from './id.ts'

const audited = (share: number) => [{ name: 'useful', share, after: new Set(['note']) }]
const secret = new Uint8Array(16).fill(7)

/** Ids as they are made, one after the other. */
function ids(seed: number, count: number): readonly string[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, (_, at) => makeId(secret, at, 'aaaaaaa', random.next()))
}

test('people are asked as often as the record says', () => {
  for (const share of [0.02, 0.1, 0.5, 0.9]) {
    const drawn = ids(share * 100, 40_000).map(
      (id) => auditsOf({ audited: audited(share) }, id, 'note')?.useful,
    )
    expect(new Set(drawn.map((one) => one?.share))).toEqual(new Set([share]))
    const asked = drawn.filter((one) => one?.asked).length
    expect(chiSquareFit([asked, 40_000 - asked], [share, 1 - share]).pValue).toBeGreaterThan(0.01)
  }
})

test('who is asked has nothing to do with what else was drawn, nor with another audit', () => {
  const both = [...audited(0.5), { name: 'worry', share: 0.5, after: new Set(['note']) }]
  const ways = new Map<string, number>()
  for (const id of ids(3, 8000)) {
    const { useful, worry } = auditsOf({ audited: both }, id, 'note') ?? {}
    const chance = id.slice(17, 29) < 'g' ? 'low' : 'high'
    const way = `${chance} ${useful?.asked} ${worry?.asked}`
    ways.set(way, (ways.get(way) ?? 0) + 1)
  }
  expect(ways.size).toBe(8)
  expect(chiSquareFit([...ways.values()], Array(8).fill(1 / 8)).pValue).toBeGreaterThan(0.001)
})

test('the same id is asked the same, and nobody after another experience', () => {
  for (const id of ids(5, 200)) {
    const once = auditsOf({ audited: audited(0.3) }, id, 'note')
    expect(auditsOf({ audited: audited(0.3) }, id, 'note')).toEqual(once)
    expect(auditsOf({ audited: audited(0.3) }, id, 'nothing')).toBeUndefined()
    expect(askedIn(once)).toEqual(once?.useful?.asked === true ? ['useful'] : [])
  }
  expect(askedIn(undefined)).toEqual([])
})
