import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestResponse } from './best-response.ts'

const score = fc.double({ min: 0, max: 1, noNaN: true })
const effort = fc.record({
  cost: fc.double({ min: 0.1, max: 10, noNaN: true }),
  reach: fc.double({ min: 0, max: 1, noNaN: true }),
  worth: fc.double({ min: 0, max: 3, noNaN: true }),
  chanceAnyway: score,
})

test('a score goes to the threshold or stays, and never to a loss', () => {
  fc.assert(
    fc.property(score, score, effort, (own, threshold, terms) => {
      const { score: shown, burden } = bestResponse(own, threshold, terms)
      expect([own, threshold]).toContain(shown)
      if (own >= threshold) expect([shown, burden]).toEqual([own, 0])
      else expect(burden).toBeCloseTo(terms.cost * (threshold - own), 12)
      if (shown === own) return
      expect(burden).toBeLessThanOrEqual(terms.worth * (1 - terms.chanceAnyway))
      expect(threshold - own).toBeLessThanOrEqual(terms.reach + 1e-4)
    }),
  )
})

test('whoever pays more for a point games less and bears more', () => {
  fc.assert(
    fc.property(score, score, effort, (own, threshold, terms) => {
      const cheap = bestResponse(own, threshold, terms)
      const dear = bestResponse(own, threshold, { ...terms, cost: 2 * terms.cost })
      expect(dear.score).toBeLessThanOrEqual(cheap.score)
      expect(dear.burden).toBeGreaterThanOrEqual(cheap.burden)
    }),
  )
})

test('of ml-fairness-gym: who pays three or four a point, with and without a limit', () => {
  const scores = [0.1, 0.3, 0.6, 0.7, 0.7, 0.9]
  const costs = [3, 4, 4, 4, 3, 3]
  const shown = (reach: number) =>
    scores.map((own, i) => bestResponse(own, 0.8, { cost: costs[i] as number, reach }).score)
  expect(shown(Infinity)).toEqual([0.1, 0.3, 0.8, 0.8, 0.8, 0.9])
  expect(shown(0.1)).toEqual([0.1, 0.3, 0.6, 0.8, 0.8, 0.9])
})

test('a cost that is none is refused', () => {
  expect(() => bestResponse(0.1, 0.8, { cost: 0 })).toThrow('cost is 0')
})
