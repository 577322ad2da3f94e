import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binomialQuantile } from '../distribution/binomial.ts'
import { clopperPearsonInterval } from '../interval/clopper-pearson.ts'
import { type SeededRandom, seededRandom } from '../random/seeded.ts'
import type { Procedure } from './certified.ts'
import { coverageRisk } from './coverage-risk.ts'
import { certifySelective, type SelectiveInput } from './selective.ts'

/** Scores uniform in [0, 1], on `steps` places where given, wrong with a chance that is linear between the ends. */
interface World {
  readonly atTop: number
  readonly atBottom: number
  readonly steps?: number
}

function draw({ atTop, atBottom, steps }: World, n: number, random: SeededRandom) {
  const scores: number[] = []
  const wrong: boolean[] = []
  for (let i = 0; i < n; i += 1) {
    const place = random.next()
    const score = steps === undefined ? place : (Math.floor(place * steps) + 0.5) / steps
    scores.push(score)
    wrong.push(random.next() < atBottom + score * (atTop - atBottom))
  }
  return { scores, wrong }
}

/** The true share of wrong ones from a threshold on: the chance at the mean score of what is handled. */
function trueRisk({ atTop, atBottom, steps }: World, threshold: number): number {
  const from = Math.max(0, steps === undefined ? threshold : Math.ceil(threshold * steps - 0.5) / steps)
  return atBottom + ((1 + from) / 2) * (atTop - atBottom)
}

const worlds: readonly (readonly [string, World])[] = [
  ['a score that tells nothing, just too often wrong', { atTop: 0.0501, atBottom: 0.0501 }],
  ['a score that tells much', { atTop: 0, atBottom: 0.3 }],
  ['few different scores', { atTop: 0, atBottom: 0.3, steps: 10 }],
  ['few different scores that tell nothing', { atTop: 0.0501, atBottom: 0.0501, steps: 10 }],
]
const procedures: readonly Procedure[] = ['fixed-sequence', 'bonferroni', 'holm']

describe('certifySelective with a confidence', () => {
  const rounds = 400
  // If the promise holds, more broken ones than this come in one of a million runs.
  const most = binomialQuantile(1 - 1e-6, rounds, 0.1)

  test.each(worlds)('keeps its promise: %s', (name, world) => {
    for (const method of procedures) {
      for (const n of [60, 600]) {
        const random = seededRandom(`${name} ${n}`)
        let broken = 0
        for (let round = 0; round < rounds; round += 1) {
          const found = certifySelective({
            ...draw(world, n, random),
            wrongAtMost: 0.05,
            confidence: 0.9,
            method,
          })
          if (found.certified && trueRisk(world, found.threshold) > 0.05) broken += 1
        }
        expect(broken).toBeLessThanOrEqual(most)
      }
    }
  })

  test('is of use: where half of the cases can be handled, it soon finds most of them', () => {
    const random = seededRandom('use')
    // At most 5 % are wrong from the score 0.5 on.
    const world = { atTop: 0, atBottom: 0.2 }
    for (const [n, least] of [
      [1000, 0.2],
      [10000, 0.38],
    ] as const) {
      const coverages = Array.from({ length: 50 }, () => {
        const found = certifySelective({ ...draw(world, n, random), wrongAtMost: 0.05, confidence: 0.9 })
        return found.certified ? found.coverage : 0
      })
      expect(coverages.reduce((a, b) => a + b) / 50).toBeGreaterThan(least)
    }
  })

  test('what it certifies passes the exact test at its threshold', () => {
    const world = fc.record({
      atTop: fc.double({ min: 0, max: 0.1, noNaN: true }),
      atBottom: fc.double({ min: 0, max: 0.5, noNaN: true }),
      steps: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
    })
    fc.assert(
      fc.property(world, fc.integer({ min: 1, max: 800 }), fc.nat(), (given, n, seed) => {
        const { steps, ...ends } = given
        const data = draw(steps === undefined ? ends : { ...ends, steps }, n, seededRandom(seed))
        const found = certifySelective({ ...data, wrongAtMost: 0.1, confidence: 0.9 })
        if (!found.certified) return
        const handled = data.scores.filter((score) => score >= found.threshold).length
        const wrong = data.scores.filter((score, i) => score >= found.threshold && data.wrong[i]).length
        expect(found).toMatchObject({ handled, wrong, n, coverage: handled / n, riskBound: 0.1 })
        expect(clopperPearsonInterval(wrong, handled, 0.8).upper).toBeLessThanOrEqual(0.1 + 1e-12)
      }),
    )
  })
})

describe('certifySelective on average', () => {
  test('handles and errs at most as often as promised', () => {
    const rounds = 2000
    for (const [name, world] of worlds) {
      const random = seededRandom(`average ${name}`)
      let sum = 0
      for (let round = 0; round < rounds; round += 1) {
        const found = certifySelective({ ...draw(world, 60, random), wrongAtMost: 0.05 })
        const fresh = draw(world, 1, random)
        if (found.certified && (fresh.scores[0] ?? 0) >= found.threshold && fresh.wrong[0]) sum += 1
      }
      expect(sum).toBeLessThanOrEqual(binomialQuantile(1 - 1e-6, rounds, 0.05))
      expect(sum).toBeGreaterThan(0)
    }
  })

  test('finds the last threshold that keeps the bound', () => {
    const scores = Array.from({ length: 99 }, (_, i) => 99 - i)
    const wrong = scores.map((_, i) => i % 10 === 9)
    const found = certifySelective({ scores, wrong, wrongAtMost: 0.05 })
    // (3 + 1) / 100 is below the bound, (4 + 1) / 100 not: it ends just above the fourth mistake, the 40th case.
    expect(found).toMatchObject({ certified: true, handled: 39, wrong: 3, riskBound: 0.05 })
  })
})

describe('a promise that cannot be kept', () => {
  const sure = (n: number) => ({
    scores: Array.from({ length: n }, (_, i) => i / n),
    wrong: new Array<boolean>(n).fill(false),
  })

  test('is refused for want of cases, and says how many it takes', () => {
    expect(certifySelective({ ...sure(148), wrongAtMost: 0.02, confidence: 0.95 })).toMatchObject({
      certified: false,
      because: 'too-few-cases',
      needed: 149,
      best: { handled: 148, wrong: 0 },
    })
    expect(certifySelective({ ...sure(149), wrongAtMost: 0.02, confidence: 0.95 })).toMatchObject({
      certified: true,
      coverage: 1,
      threshold: -Number.MAX_VALUE,
    })
    expect(certifySelective({ ...sure(49), wrongAtMost: 0.02 })).toMatchObject({
      certified: false,
      needed: 50,
    })
    expect(certifySelective({ ...sure(50), wrongAtMost: 0.02 })).toMatchObject({
      certified: true,
      coverage: 1,
    })
  })

  test('is refused for mistakes among the surest, and shows the best that was seen', () => {
    const { scores } = sure(1000)
    const wrong = scores.map((_, i) => i % 10 === 0)
    const found = certifySelective({ scores, wrong, wrongAtMost: 0.02, confidence: 0.95 })
    expect(found).toMatchObject({ certified: false, because: 'too-often-wrong', n: 1000 })
    expect(found.certified || (found.best?.interval.upper ?? 0)).toBeGreaterThan(0.1)
    const firstWrong = { ...sure(60), wrong: scores.map((_, i) => i === 59).slice(0, 60), wrongAtMost: 0.02 }
    expect(certifySelective(firstWrong)).toMatchObject({ certified: false, because: 'too-often-wrong' })
  })

  test('is the same after a detour through JSON', () => {
    const found = certifySelective({ ...sure(200), wrongAtMost: 0.02, confidence: 0.95 })
    expect(JSON.parse(JSON.stringify(found))).toEqual(found)
  })
})

test('chooses among thresholds that were set beforehand', () => {
  const random = seededRandom('thresholds')
  const input: SelectiveInput = {
    ...draw({ atTop: 0, atBottom: 0.2 }, 4000, random),
    wrongAtMost: 0.05,
    confidence: 0.95,
    thresholds: [0.1, 0.9, 0.7, 0.6],
  }
  for (const method of procedures)
    expect(certifySelective({ ...input, method })).toMatchObject({ threshold: 0.6 })
  expect(certifySelective({ ...input, confidence: 0.99, thresholds: [2, 0.1] })).toMatchObject({
    certified: false,
  })
})

test('refuses what it cannot rank or promise', () => {
  const input = { scores: [1, 2], wrong: [true, false], wrongAtMost: 0.1 }
  expect(() => certifySelective({ ...input, scores: [1, Number.NaN] })).toThrow('in row 1 the score is NaN')
  expect(() => certifySelective({ ...input, scores: [1] })).toThrow('cannot be paired')
  expect(() => certifySelective({ ...input, wrongAtMost: 0 })).toThrow('wrongAtMost is 0')
  expect(() => certifySelective({ ...input, confidence: 1 })).toThrow('confidence is 1')
})

describe('coverageRisk', () => {
  test('counts what every threshold would handle, ends with everything, and draws as many points as wanted', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.boolean()), { minLength: 1 })
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 50 }), (pairs, points) => {
        const scores = pairs.map(([score]) => score)
        const wrong = pairs.map(([, isWrong]) => isWrong)
        const curve = coverageRisk(scores, wrong, { points })
        expect(curve.length).toBeLessThanOrEqual(points)
        expect(curve.at(-1)?.coverage).toBe(1)
        for (const [i, point] of curve.entries()) {
          const handled = pairs.filter(([score]) => score >= point.threshold)
          expect(point.handled).toBe(handled.length)
          expect(point.wrong).toBe(handled.filter(([, isWrong]) => isWrong).length)
          expect(point.coverage).toBeGreaterThan(curve[i - 1]?.coverage ?? 0)
          expect(point.interval.lower).toBeLessThanOrEqual(point.risk)
          expect(point.interval.upper).toBeGreaterThanOrEqual(point.risk)
        }
      }),
    )
  })

  test('is that of the example', () => {
    const curve = coverageRisk([0.9, 0.8, 0.6], [false, false, true])
    expect(curve.map(({ threshold, coverage, risk }) => [threshold, coverage, risk])).toEqual([
      [0.9, 1 / 3, 0],
      [0.8, 2 / 3, 0],
      [0.6, 1, 1 / 3],
    ])
  })
})
