import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalQuantile } from '../distribution/normal.ts'
import { seededRandom } from '../random/seeded.ts'
import { eloExpected, eloUpdate } from './elo.ts'
import { glickoIdle, glickoUpdate } from './glicko.ts'
import { glicko2Update } from './glicko2.ts'
import { type Skill, unknownSkill } from './skill.ts'
import { matchQuality, trueSkillUpdate } from './trueskill.ts'
import { wengLinUpdate, winProbabilities } from './weng-lin.ts'

const rating = fc.double({ min: 500, max: 2500, noNaN: true })
const skill = fc.record({
  mean: fc.double({ min: 5, max: 45, noNaN: true }),
  deviation: fc.double({ min: 1, max: 9, noNaN: true }),
})
const teams = fc.array(fc.array(skill, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 4 })

describe('Elo', () => {
  test('expects scores that sum to 1, and moves two players by the same amount', () => {
    fc.assert(
      fc.property(rating, rating, fc.constantFrom(0, 0.5, 1), (a, b, score) => {
        expect(eloExpected(a, b) + eloExpected(b, a)).toBeCloseTo(1, 12)
        const newA = eloUpdate(a, [{ opponent: b, score }])
        const newB = eloUpdate(b, [{ opponent: a, score: 1 - score }])
        expect(newA + newB).toBeCloseTo(a + b, 8)
      }),
    )
  })
})

describe('Glicko', () => {
  const deviation = fc.double({ min: 30, max: 350, noNaN: true })

  test('knows more after games, moves towards the score, and forgets in idle time', () => {
    fc.assert(
      fc.property(rating, deviation, rating, deviation, (own, spread, other, otherSpread) => {
        const player = { rating: own, deviation: spread }
        const opponent = { rating: other, deviation: otherSpread }
        const won = glickoUpdate(player, [{ ...opponent, score: 1 }])
        const lost = glickoUpdate(player, [{ ...opponent, score: 0 }])
        expect(won.rating).toBeGreaterThanOrEqual(own)
        expect(lost.rating).toBeLessThanOrEqual(own)
        expect(won.deviation).toBeLessThanOrEqual(spread)
        expect(glickoIdle(spread, 50, 3)).toBeLessThanOrEqual(350)
        expect(glickoUpdate(player, [])).toEqual({ rating: own, deviation: expect.closeTo(spread, 8) })
      }),
    )
    expect(glickoIdle(30, 40, 1)).toBe(50)
  })

  test('2 raises the volatility after a surprise and lowers it after the expected', () => {
    const player = { rating: 1500, deviation: 60, volatility: 0.06 }
    const weak = { rating: 1000, deviation: 40 }
    const upset = glicko2Update(player, Array(8).fill({ ...weak, score: 0 }))
    const expected = glicko2Update(player, Array(8).fill({ ...weak, score: 1 }))
    expect(upset.volatility).toBeGreaterThan(0.06)
    expect(expected.volatility).toBeLessThan(0.12)
    const idle = glicko2Update(player, [])
    expect(idle.deviation).toBeCloseTo(Math.hypot(60, 0.06 * 173.7178), 8)
    expect(idle.rating).toBe(1500)
  })
})

describe.each([
  ['Plackett-Luce', (list: Skill[][]) => wengLinUpdate(list)],
  ['Bradley-Terry', (list: Skill[][]) => wengLinUpdate(list, 'bradley-terry')],
  ['TrueSkill', (list: Skill[][]) => trueSkillUpdate(list, { drift: 0 })],
])('%s', (_, update) => {
  test('raises the winner, lowers the last, and is surer of everybody', () => {
    fc.assert(
      fc.property(teams, (list) => {
        const after = update(list)
        for (const [i, team] of list.entries()) {
          for (const [j, before] of team.entries()) {
            const now = after[i]?.[j]
            expect(now?.deviation).toBeLessThanOrEqual(before.deviation + 1e-9)
            if (i === 0) expect(now?.mean).toBeGreaterThanOrEqual(before.mean - 1e-9)
            if (i === list.length - 1) expect(now?.mean).toBeLessThanOrEqual(before.mean + 1e-9)
          }
        }
      }),
    )
  })
})

describe('draws', () => {
  test('leave equals where they are, in all models', () => {
    const equal = [[unknownSkill], [unknownSkill]]
    for (const after of [
      wengLinUpdate(equal, 'plackett-luce', [0, 0]),
      wengLinUpdate(equal, 'bradley-terry', [0, 0]),
      trueSkillUpdate(equal, { ranks: [3, 3] }),
    ]) {
      for (const team of after) expect(team[0]?.mean).toBeCloseTo(25, 9)
    }
  })
})

describe('TrueSkill', () => {
  const deviate = (random: { next(): number }): number => normalQuantile(random.next() * (1 - 1e-12) + 5e-13)

  test.each([false, true])('is the posterior of two teams by simulation (draw: %s)', (draw) => {
    const game = [
      [
        { mean: 28, deviation: 4, share: 1 },
        { mean: 20, deviation: 7, share: 0.5 },
      ],
      [{ mean: 31, deviation: 3, share: 1 }],
    ]
    const beta = 25 / 6
    const margin = normalQuantile(0.55) * Math.sqrt(3) * beta
    const random = seededRandom(`trueskill ${draw}`)
    let n = 0
    const sums = [0, 0, 0]
    const squares = [0, 0, 0]
    for (let i = 0; i < 150_000; i += 1) {
      const skills = game.flat().map(({ mean, deviation }) => mean + deviation * deviate(random))
      const played = skills.map((s) => s + beta * deviate(random))
      const difference = (played[0] ?? 0) + 0.5 * (played[1] ?? 0) - (played[2] ?? 0)
      if (draw ? Math.abs(difference) > margin : difference <= margin) continue
      n += 1
      for (const [j, s] of skills.entries()) {
        sums[j] = (sums[j] ?? 0) + s
        squares[j] = (squares[j] ?? 0) + s * s
      }
    }
    const after = trueSkillUpdate(game, { drift: 0, ranks: draw ? [0, 0] : [0, 1] }).flat()
    for (const [j, { mean, deviation }] of after.entries()) {
      const simulated = (sums[j] ?? 0) / n
      expect(Math.abs(mean - simulated)).toBeLessThan(0.12)
      expect(Math.abs(deviation - Math.sqrt((squares[j] ?? 0) / n - simulated ** 2))).toBeLessThan(0.12)
    }
  })

  test('does not depend on the order in which teams are listed', () => {
    fc.assert(
      fc.property(teams, (list) => {
        const turned = trueSkillUpdate([...list].reverse(), {
          ranks: list.map((_, i) => list.length - 1 - i),
        })
        const plain = trueSkillUpdate(list)
        for (const [i, team] of plain.entries()) {
          for (const [j, { mean }] of team.entries()) {
            expect(turned.at(-1 - i)?.[j]?.mean).toBeCloseTo(mean, 6)
          }
        }
      }),
    )
  })

  test('rates an even match best, whatever its order', () => {
    const even = matchQuality([[unknownSkill], [unknownSkill]])
    const uneven = matchQuality([[unknownSkill], [{ mean: 40, deviation: 25 / 3 }]])
    expect(even).toBeGreaterThan(uneven)
    expect(matchQuality([[{ mean: 40, deviation: 25 / 3 }], [unknownSkill]])).toBeCloseTo(uneven, 12)
    expect(matchQuality([[{ mean: 25, deviation: 1e-9 }], [{ mean: 25, deviation: 1e-9 }]])).toBeCloseTo(1, 9)
  })

  test('survives results that are next to impossible', () => {
    const list = [[{ mean: 0, deviation: 0.1 }], [{ mean: 500, deviation: 0.1 }]]
    for (const options of [{}, { ranks: [0, 0] }]) {
      for (const { mean, deviation } of trueSkillUpdate(list, options).flat()) {
        expect(Number.isFinite(mean)).toBe(true)
        expect(deviation).toBeGreaterThan(0)
      }
    }
    expect(() => trueSkillUpdate([[unknownSkill]])).toThrow('two teams')
  })
})

test('chances to win sum to 1', () => {
  fc.assert(
    fc.property(teams, (list) => {
      expect(winProbabilities(list).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9)
    }),
  )
})
