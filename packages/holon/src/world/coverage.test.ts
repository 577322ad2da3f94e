import { expect, test } from 'vitest'
import { seededRandom } from '../stats/random/seeded.ts'
import { coverageOf } from './coverage.ts'
import { drawFrom } from './draw.ts'
import { goal, run } from './run.fixture.ts'
import { sayCoverage } from './say-coverage.ts'

const draw = drawFrom(seededRandom(5))

/** Normal estimates of 10 with standard error 1, off by `bias`, with intervals so many errors wide. */
const runs = (errors: number, bias = 0) =>
  Array.from({ length: 400 }, (_, seed) => {
    const value = draw.normal(10 + bias, 1)
    return run([goal('useful', [value], { interval: [value - errors, value + errors], truth: 10 })], { seed })
  })

test('honest intervals hold as often as stated', () => {
  const [honest] = coverageOf(runs(1.96)).goals
  expect(honest).toMatchObject({ runs: 400, verdict: 'as stated' })
  expect(honest?.share).toBeCloseTo(0.95, 1)
})

test('narrow, biased and wide intervals are told', () => {
  expect(coverageOf(runs(1)).goals[0]).toMatchObject({ verdict: 'too narrow' })
  expect(coverageOf(runs(4)).goals[0]).toMatchObject({ verdict: 'wider than stated', covered: 400 })
  const [biased] = coverageOf(runs(1.96, 2)).goals
  expect(biased?.verdict).toBe('too narrow')
  expect(biased?.biasInterval?.[0]).toBeGreaterThan(1.7)
  expect(biased?.biasInterval?.[1]).toBeLessThan(2.3)
})

test.each([
  ['a third of them answered', { share: 1 / 3, silence: false }, '33 % of them were heard of, who are not'],
  [
    'silence counts for most',
    { share: 1 / 3, silence: true },
    '33 % of them were heard of, and who says nothing',
  ],
  ['silence counts', { share: 1, silence: true }, 'Who says nothing is counted'],
  ['all answered', { share: 0.99, silence: false }, 'not what is true'],
])('why what is biased misses, where %s', (_name, heard, because) => {
  const told = [1, 2, 3, 4, 5, 6].map((seed) =>
    run([goal('useful', [1.5 + seed / 100], { interval: [1.4, 1.6], truth: 1, heard })], { seed }),
  )
  const [first] = coverageOf(told).goals
  expect(first).toMatchObject({ verdict: 'too narrow', because: expect.stringContaining(because) })
  expect(first?.heard).toBeCloseTo(heard.share)
})

test('what is right on average varies more than its interval says', () => {
  expect(coverageOf(runs(1)).goals[0]?.because).toContain('right on average')
  expect(coverageOf(runs(1.96)).goals[0]).toMatchObject({ because: '', heard: null })
})

test('an end of an interval belongs to it, and runs without truth or interval do not count', () => {
  const at = (seed: number, interval: readonly [number, number] | null, truth: number | null) =>
    run([goal('useful', [1], { interval, truth })], { seed })
  const { goals } = coverageOf([at(1, [1, 2], 2), at(2, [1, 2], 1), at(3, null, 1), at(4, [0, 1], null)])
  expect(goals[0]).toMatchObject({ runs: 2, covered: 2, verdict: 'cannot say' })
  expect(coverageOf([at(1, null, null)]).goals[0]).toMatchObject({ share: null, verdict: 'cannot say' })
})

test('coverage in words', () => {
  const said = sayCoverage(
    coverageOf(
      [1, 2, 3].map((seed) => run([goal('useful', [1.5], { interval: [1, 2], truth: 1 })], { seed })),
    ),
  )
  expect(said).toEqual([
    'alarms: 3 runs; 95 % of the intervals should hold the truth.',
    'user: useful: cannot say: 3 of 3 hold it (100 %, interval 29.2 % to 100 %); measured is off by +0.5 on average, interval +0.5 to +0.5',
  ])
})

test('shares are said in hundredths', () => {
  const share = { ...goal('useful', [0.5], { interval: [0.4, 0.6], truth: 0.25 }), unit: '%' }
  const [, said] = sayCoverage(coverageOf([run([share])]))
  expect(said).toContain('measured is off by +25 percentage points on average')
})

test('runs that do not belong together are refused', () => {
  expect(() => coverageOf([])).toThrow('there are no runs')
  expect(() => coverageOf([run([]), run([])])).toThrow('a seed was run twice')
  expect(() => coverageOf([run([]), run([], { seed: 2, version: 'b' })])).toThrow(
    'several systems or versions',
  )
})
