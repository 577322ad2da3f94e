import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalQuantile } from '../distribution/normal.ts'
import { seededRandom } from '../random/seeded.ts'
import { type Observation, withinBlocks } from './column.ts'
import { fitKnee } from './knee.ts'

const x = [0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]
const seed = fc.integer({ min: 0, max: 1e6 })
const amount = fc.double({ min: 0.5, max: 20, noNaN: true })

/** Several blocks of values at every x, each with a level of its own and noise of one standard deviation. */
function observe(
  from: number,
  f: (x: number) => number,
  { blocks = 5, noise = 1, level = 10 } = {},
): Observation[] {
  const random = seededRandom(from)
  const normal = (): number => normalQuantile(random.next() || 0.5)
  return Array.from({ length: blocks }, (_, block) => {
    const own = level * normal()
    return x.map((at) => ({ x: at, y: own + f(at) + noise * normal(), block }))
  }).flat()
}

test('a planted knee is recovered to the digits of the arithmetic', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.61, max: 0.89, noNaN: true }), amount, fc.boolean(), (at, size, down) => {
      const slope = down ? -size : size
      const fit = fitKnee(
        observe(1, (q) => slope * Math.min(q, at), { noise: 0 }),
        { draws: 99 },
      )
      expect(fit.knee?.at).toBeCloseTo(at, 6)
      expect((fit.knee?.before ?? 0) / slope).toBeCloseTo(1, 5)
      expect(fit.pValues.straight).toBe(0.01)
    }),
    { numRuns: 40 },
  )
})

test('a bend that goes on is a bend, with both slopes, and not flat', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.62, max: 0.88, noNaN: true }), amount, amount, (at, before, after) => {
      fc.pre(Math.abs(before - after) > 0.3)
      const f = (q: number): number => before * Math.min(q, at) + after * Math.max(0, q - at)
      const fit = fitKnee(observe(1, f, { noise: 1e-7 }), { draws: 99 })
      expect(fit.bend?.at).toBeCloseTo(at, 3)
      expect(fit.bend?.before).toBeCloseTo(before, 3)
      expect(fit.bend?.after).toBeCloseTo(after, 3)
      expect(fit.pValues.flat).toBeLessThan(1e-6)
    }),
    { numRuns: 40 },
  )
})

test('a straight line without noise has its slope and no break, a constant has nothing', () => {
  fc.assert(
    fc.property(amount, amount, (level, slope) => {
      const line = fitKnee(
        x.map((at) => ({ x: at, y: level + slope * at })),
        { draws: 99 },
      )
      expect(line.slope).toBeCloseTo(slope, 9)
      expect(line.pValues.straight).toBe(1)
      expect(line.pValues.none).toBe(0.01)
      const constant = fitKnee(
        x.map((at) => ({ x: at, y: level / 3 })),
        { draws: 99 },
      )
      expect(constant.slope).toBe(0)
      expect(constant.pValues).toMatchObject({ none: 1, straight: 1 })
    }),
  )
})

test('other units change the answer as units do', () => {
  fc.assert(
    fc.property(seed, amount, amount, fc.boolean(), (from, scale, stretch, down) => {
      const factor = down ? -scale : scale
      const given = observe(from, (q) => 30 * Math.min(q, 0.75))
      const other = given.map((one) => ({ ...one, x: 3 + stretch * one.x, y: factor * one.y - 7 }))
      const [fit, changed] = [fitKnee(given, { draws: 99 }), fitKnee(other, { draws: 99 })]
      expect(changed.pValues.none).toBe(fit.pValues.none)
      expect(changed.pValues.straight).toBe(fit.pValues.straight)
      expect(changed.pValues.flat).toBeCloseTo(fit.pValues.flat, 5)
      expect(((changed.knee?.at ?? 0) - 3) / stretch).toBeCloseTo(fit.knee?.at ?? 0, 4)
      expect(((changed.knee?.interval.lower ?? 0) - 3) / stretch).toBeCloseTo(
        fit.knee?.interval.lower ?? 0,
        4,
      )
      expect(changed.slope).toBeCloseTo((factor / stretch) * fit.slope, 6)
    }),
    { numRuns: 40 },
  )
})

test('the level of a block does not matter', () => {
  const f = (q: number): number => 30 * Math.min(q, 0.75)
  const [even, uneven] = [observe(4, f, { level: 0 }), observe(4, f, { level: 100 })]
  expect(fitKnee(even).knee?.at).toBeCloseTo(fitKnee(uneven).knee?.at ?? 0, 6)
  expect(fitKnee(even).pValues.straight).toBe(fitKnee(uneven).pValues.straight)
  expect(fitKnee(even).pValues.flat).toBeCloseTo(fitKnee(uneven).pValues.flat, 9)
})

test('a test errs as often as it says', () => {
  const fits = Array.from({ length: 300 }, (_, i) => ({
    nothing:
      fitKnee(
        observe(i, () => 0, { blocks: 2 }),
        { draws: 39, seed: `draws ${i}` },
      ).pValues.none <= 0.05,
    line:
      fitKnee(
        observe(i, (q) => 40 * q, { blocks: 2 }),
        { draws: 39, seed: `draws ${i}` },
      ).pValues.straight <= 0.05,
  }))
  // 300 tests at 0.05: 15 on average, within four standard deviations.
  for (const which of ['nothing', 'line'] as const) {
    const errors = fits.filter((fit) => fit[which]).length
    expect(errors).toBeGreaterThan(1)
    expect(errors).toBeLessThan(31)
  }
})

test.each([0.68, 0.75, 0.82])('the interval of a knee at %f covers it about as often as it says', (at) => {
  const hits = Array.from({ length: 150 }, (_, i) => {
    const fit = fitKnee(
      observe(i, (q) => 30 * Math.min(q, at)),
      { draws: 1 },
    )
    const { lower = 0, upper = 0 } = fit.knee?.interval ?? {}
    return lower <= at && at <= upper
  }).filter(Boolean).length
  // 150 intervals at 0.95: 142.5 on average, within three standard deviations.
  expect(hits).toBeGreaterThan(134)
  expect(hits).toBeLessThan(150)
})

test('too little says nothing', () => {
  const few = fitKnee(
    [0.6, 0.7, 0.8].flatMap((at) => [1, 2].map((block) => ({ x: at, y: at + block, block }))),
  )
  expect(few.knee).toBeUndefined()
  expect(few.pValues).toEqual({ none: 1, straight: 1, flat: 1 })
  expect(() => fitKnee([{ x: 0.5, y: Number.NaN }])).toThrow('an observation of NaN at 0.5')
})

test('within a block the mean is taken away', () => {
  expect([
    ...withinBlocks(
      [1, 10, 3, 30],
      [
        [0, 2],
        [1, 3],
      ],
    ),
  ]).toEqual([-1, -10, 1, 10])
})
