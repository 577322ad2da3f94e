import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clopperPearsonInterval } from '../stats/interval/clopper-pearson.ts'
import { seededRandom } from '../stats/random/seeded.ts'
import { chiSquareFit } from '../stats/test/chi-square-fit.ts'
import { answers, chooses, faded, stirred, trusting } from './behaviour.ts'
import { drawFrom } from './draw.ts'

const n = 3000
const seed = fc.integer({ min: 0, max: 1e6 })
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const share = between(0, 1)

test('options are chosen as often as the logit says', () => {
  fc.assert(
    fc.property(seed, between(-2, 2), between(-2, 2), between(0.5, 3), (from, file, leave, noise) => {
      const draw = drawFrom(seededRandom(from))
      const options = { file, leave, ask: 0 }
      const chosen = Array.from({ length: n }, () => chooses(options, draw, noise))
      const names = ['file', 'leave', 'ask'] as const
      const counts = names.map((name) => chosen.filter((one) => one === name).length)
      const weights = names.map((name) => Math.exp(options[name] / noise))
      expect(chiSquareFit(counts, weights).pValue).toBeGreaterThan(1e-6)
    }),
    { numRuns: 25 },
  )
})

test('what is added to all utilities does not matter, however much; without noise the best is chosen', () => {
  fc.assert(
    fc.property(seed, between(-1e6, 1e6), (from, more) => {
      const at = (by: number, noise?: number) =>
        chooses({ file: 1 + by, leave: 3 + by, ask: 2 + by }, drawFrom(seededRandom(from)), noise)
      expect(at(more)).toBe(at(0))
      expect(at(more, 0)).toBe('leave')
      expect(at(more, 1e-9)).toBe('leave')
    }),
  )
})

test('people answer as often as they are willing to, the tired less', () => {
  fc.assert(
    fc.property(seed, share, share, share, share, (from, usually, angry, content, tired) => {
      const draw = drawFrom(seededRandom(from))
      const said = Array.from({ length: n }, () => answers({ usually, angry }, { content, tired }, draw))
      const { lower, upper } = clopperPearsonInterval(said.filter(Boolean).length, n, 1 - 1e-6)
      const expected = (1 - tired) * (content * usually + (1 - content) * angry)
      expect(lower).toBeLessThanOrEqual(expected)
      expect(upper).toBeGreaterThanOrEqual(expected)
    }),
    { numRuns: 40 },
  )
})

test('what fades stays within 0 and 1, is halved by its half-life, and grows by each event', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 1e9 }), share), { maxLength: 20 }), (events) => {
      const halfLife = 3_600_000
      let fading = { level: 0, at: 0 }
      for (const [later, by] of events) {
        const now = fading.at + later
        const before = faded(fading, now, halfLife)
        fading = stirred(fading, now, halfLife, by)
        expect(fading.level).toBeGreaterThanOrEqual(before)
        expect(fading.level).toBeLessThanOrEqual(1)
        expect(faded(fading, now + halfLife, halfLife)).toBeCloseTo(fading.level / 2, 12)
        // Asked about the time before, it is as it was last known.
        expect(faded(fading, now - 5, halfLife)).toBe(fading.level)
      }
    }),
  )
})

test('trust stays between what it was and what was met, and is lost faster than won', () => {
  fc.assert(
    fc.property(share, share, between(0, 0.4), between(0.5, 1), (trust, good, up, down) => {
      const after = trusting(trust, good, { up, down })
      expect(after).toBeGreaterThanOrEqual(Math.min(trust, good) - 1e-12)
      expect(after).toBeLessThanOrEqual(Math.max(trust, good) + 1e-12)
      const won = trusting(0.5, 0.5 + good / 2, { up, down }) - 0.5
      const lost = 0.5 - trusting(0.5, 0.5 - good / 2, { up, down })
      expect(lost).toBeGreaterThanOrEqual(won)
    }),
  )
})

test('who is asked answers at least as often as unasked, and as often as they are willing when asked', () => {
  fc.assert(
    fc.property(seed, share, share, share, (from, usually, angry, asked) => {
      const often = (isAsked: boolean, content: number): number => {
        const draw = drawFrom(seededRandom(from))
        const said = Array.from({ length: n }, () =>
          answers({ usually, angry, asked }, { content, isAsked }, draw),
        )
        return said.filter(Boolean).length
      }
      for (const [content, unasked] of [
        [1, usually],
        [0, angry],
      ] as const) {
        const { lower, upper } = clopperPearsonInterval(often(true, content), n, 1 - 1e-6)
        expect(lower).toBeLessThanOrEqual(Math.max(unasked, asked))
        expect(upper).toBeGreaterThanOrEqual(Math.max(unasked, asked))
        expect(often(true, content)).toBeGreaterThanOrEqual(often(false, content))
      }
    }),
    { numRuns: 20 },
  )
})
