import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chiSquareFit } from '../test/chi-square-fit.ts'
import { resumedRandom, seededRandom } from './seeded.ts'

const seed = fc.oneof(fc.integer(), fc.double({ noNaN: true }), fc.string())
const draws = (random: { next(): number }, n: number): number[] =>
  Array.from({ length: n }, () => random.next())

describe('seededRandom', () => {
  test('repeats for one seed and differs for another', () => {
    fc.assert(
      fc.property(seed, seed, (a, b) => {
        expect(draws(seededRandom(a), 5)).toEqual(draws(seededRandom(a), 5))
        if (!Object.is(a, b)) expect(draws(seededRandom(a), 5)).not.toEqual(draws(seededRandom(b), 5))
      }),
    )
  })

  test('gives the same numbers on every machine and in every version', () => {
    expect(draws(seededRandom(7), 3)).toMatchInlineSnapshot(`
      [
        0.8028173428798003,
        0.9208183498823501,
        0.2514306297452137,
      ]
    `)
    expect(draws(seededRandom('people').fork('p-17'), 2)).toMatchInlineSnapshot(`
      [
        0.2620973355545244,
        0.3637615856538501,
      ]
    `)
  })

  test('continues from its state', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 0, max: 20 }), (start, n) => {
        const random = seededRandom(start)
        draws(random, n)
        const resumed = resumedRandom(random.state())
        expect(draws(resumed, 5)).toEqual(draws(random, 5))
      }),
    )
  })

  test('forks by name, whatever was drawn before', () => {
    const early = seededRandom(1).fork('a')
    const parent = seededRandom(1)
    draws(parent, 10)
    const late = parent.fork('a')
    expect(draws(early, 5)).toEqual(draws(late, 5))
    expect(draws(parent.fork('b'), 5)).not.toEqual(draws(parent.fork('a'), 5))
    expect(draws(parent.fork(1), 5)).toEqual(draws(parent.fork('1'), 5))
  })

  test('is uniform, and neighbours do not follow each other', () => {
    const random = seededRandom(2026)
    const cells = new Array<number>(100).fill(0)
    let before = random.next()
    for (let i = 0; i < 100_000; i += 1) {
      const now = random.next()
      const cell = Math.floor(before * 10) * 10 + Math.floor(now * 10)
      cells[cell] = (cells[cell] ?? 0) + 1
      before = now
    }
    expect(
      chiSquareFit(
        cells,
        cells.map(() => 1),
      ).pValue,
    ).toBeGreaterThan(0.001)
  })

  test('neighbouring seeds give unrelated first draws', () => {
    const firsts = Array.from({ length: 10_000 }, (_, i) => Math.floor(seededRandom(i).next() * 20))
    const counts = Array.from({ length: 20 }, (_, bin) => firsts.filter((first) => first === bin).length)
    expect(
      chiSquareFit(
        counts,
        counts.map(() => 1),
      ).pValue,
    ).toBeGreaterThan(0.001)
  })
})
