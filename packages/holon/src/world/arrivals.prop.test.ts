import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from '../stats/random/seeded.ts'
import { type Moment, poisson, type Rate } from './arrivals.ts'
import { drawFrom } from './draw.ts'
import { poissonTwoSided } from './poisson-count.fixture.ts'
import type { Settings } from './settings.ts'

const hour = 3_600_000
const day = 24 * hour
const start = Date.UTC(2026, 2, 2)
const seed = fc.integer({ min: 0, max: 1e6 })

const momentAt =
  (people = 1, traffic: (day: number) => number = () => 1) =>
  (at: number): Moment => {
    const date = new Date(at)
    const since = (at - start) / day
    return {
      at,
      day: since,
      hour: (at % day) / hour,
      weekday: date.getUTCDay(),
      month: date.getUTCMonth(),
      settings: {},
      people,
      traffic: traffic(since),
    }
  }

function arrivals(rate: Rate<Settings>, days: number, from: number, moments = momentAt()): number[] {
  const draw = drawFrom(seededRandom(from))
  const process = poisson(rate)
  const times: number[] = []
  for (let at = start; at < start + days * day; ) {
    const next = process.next(at, moments, draw)
    if (next !== undefined && next < start + days * day) times.push(next)
    at = next ?? at + day
  }
  return times
}

test('there are as many arrivals as asked, for each person and of a multiplied traffic', () => {
  fc.assert(
    fc.property(
      seed,
      fc.double({ min: 0.5, max: 60, noNaN: true }),
      fc.integer({ min: 1, max: 20 }),
      (from, rate, people) => {
        const found = arrivals(
          { perPersonPerDay: rate },
          20,
          from,
          momentAt(people, () => 1.5),
        ).length
        expect(poissonTwoSided(found, 20 * 1.5 * rate * people)).toBeGreaterThan(1e-6)
        expect(
          poissonTwoSided(arrivals({ perDay: rate }, 20, from, momentAt(people)).length, 20 * rate),
        ).toBeGreaterThan(1e-6)
      },
    ),
    { numRuns: 40 },
  )
})

test('a rate that changes over the day, the week and the run is followed', () => {
  fc.assert(
    fc.property(seed, fc.double({ min: 2, max: 30, noNaN: true }), (from, rate) => {
      const byDay = ({ hour: h, weekday }: Moment) =>
        (weekday === 0 || weekday === 6 ? 0.25 : 1) * rate * (1 + Math.sin((2 * Math.PI * h) / 24))
      const times = arrivals(
        { perDay: byDay },
        28,
        from,
        momentAt(1, (since) => (since < 14 ? 1 : 3)),
      )
      const within = (keep: (at: number) => boolean) => times.filter(keep).length
      // Over a whole day the sine adds nothing; 1 / pi of it more comes before noon.
      const weekdays = 10 * rate * (1 + 3)
      const weekends = 4 * 0.25 * rate * (1 + 3)
      const isWeekend = (at: number) => [0, 6].includes(new Date(at).getUTCDay())
      expect(
        poissonTwoSided(
          within((at) => !isWeekend(at)),
          weekdays,
        ),
      ).toBeGreaterThan(1e-6)
      expect(poissonTwoSided(within(isWeekend), weekends)).toBeGreaterThan(1e-6)
      const morning = (weekdays + weekends) * (1 / 2 + 1 / Math.PI)
      expect(
        poissonTwoSided(
          within((at) => at % day < 12 * hour),
          morning,
        ),
      ).toBeGreaterThan(1e-6)
      expect(
        poissonTwoSided(
          within((at) => at < start + 14 * day),
          (weekdays + weekends) / 4,
        ),
      ).toBeGreaterThan(1e-6)
    }),
    { numRuns: 40 },
  )
})

test('an hour belongs to a condition wholly, wherever the last arrival was', () => {
  const open = ({ hour: h }: Moment) => (h > 7 && h < 9 ? 2400 : 0)
  const times = arrivals({ perDay: open }, 50, 3)
  const at = (h: number) => times.filter((time) => Math.floor((time % day) / hour) === h).length
  expect(poissonTwoSided(at(7), 50 * 100)).toBeGreaterThan(1e-6)
  expect(poissonTwoSided(at(8), 50 * 100)).toBeGreaterThan(1e-6)
  expect(at(7) + at(8)).toBe(times.length)
})

test('gaps are exponential: their deviation is their mean, and later ones do not depend on earlier ones', () => {
  const times = arrivals({ perDay: 240 }, 200, 5)
  const gaps = times.slice(1).map((at, i) => at - (times[i] ?? 0))
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  const off = gaps.map((gap) => gap - mean)
  const variance = off.reduce((sum, one) => sum + one * one, 0) / gaps.length
  const products = off.slice(1).reduce((sum, one, i) => sum + one * (off[i] ?? 0), 0) / gaps.length
  // Standard errors of about 48,000 gaps: 0.0091 for the ratio (kurtosis 9), 0.0046 for the correlation.
  expect(Math.abs(Math.sqrt(variance) / mean - 1)).toBeLessThan(0.03)
  expect(Math.abs(products / variance)).toBeLessThan(0.025)
})

test('times ascend, also past a rate below 0, and where nothing arrives there is no next', () => {
  fc.assert(
    fc.property(seed, fc.double({ min: 0.5, max: 50, noNaN: true }), (from, rate) => {
      const times = arrivals({ perDay: ({ hour: h }) => rate * (h - 12) }, 3, from)
      for (const [i, at] of times.entries()) expect(at).toBeGreaterThan(times[i - 1] ?? start - 1)
    }),
  )
  expect(poisson({ perDay: 0 }).next(start, momentAt(), drawFrom(seededRandom(1)))).toBeUndefined()
})
