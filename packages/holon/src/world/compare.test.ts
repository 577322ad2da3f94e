import { expect, test } from 'vitest'
import { seededRandom } from '../stats/random/seeded.ts'
import { compareRuns } from './compare.ts'
import { type Draw, drawFrom } from './draw.ts'
import { goal, run } from './run.fixture.ts'
import { sayComparison } from './say-comparison.ts'

const seeds = Array.from({ length: 10 }, (_, i) => i + 1)

/** Runs whose worlds differ widely, so that only pairs can tell the versions apart. */
function versions(draw: Draw, change: Readonly<Record<string, number>>) {
  const worlds = seeds.map((seed) => ({ seed, level: draw.normal(0, 100) }))
  const of = (version: string, by: (name: string) => number) =>
    worlds.map(({ seed, level }) =>
      run(
        [
          goal('useful', [level + by('useful') + draw.normal(0, 1)]),
          goal('effort', [level + by('effort') + draw.normal(0, 1)], {
            layer: 'system',
            target: { atMost: 1 },
          }),
          goal('calm', [level + by('calm') + draw.normal(0, 1)]),
        ],
        { seed, version },
      ),
    )
  return { before: of('current', () => 0), after: of('cautious', (name) => change[name] ?? 0) }
}

test('runs of one seed are paired, and a change is judged by where the target lies', () => {
  const { before, after } = versions(drawFrom(seededRandom(1)), { useful: 5, effort: 5 })
  const comparison = compareRuns(before, after.toReversed())
  expect(comparison.goals.map(({ name, verdict }) => [name, verdict])).toEqual([
    ['useful', 'better'],
    ['effort', 'worse'],
    ['calm', 'no difference seen'],
  ])
  expect(comparison.goals[0]).toMatchObject({ from: 'seeds', pairs: 10, of: 'measured' })
  const [low, high] = comparison.goals[0]?.interval ?? [0, 0]
  expect(low).toBeGreaterThan(2)
  expect(high).toBeLessThan(8)
  expect(comparison.layers.map(({ layer, verdict }) => [layer, verdict])).toEqual([
    ['system', 'worse'],
    ['user', 'better'],
  ])
})

test('versions that do not differ are told apart as seldom as stated, over all goals together', () => {
  const draw = drawFrom(seededRandom(2))
  const alarms = Array.from({ length: 300 }, () => {
    const { before, after } = versions(draw, {})
    return compareRuns(before, after).goals.some(({ verdict }) => verdict !== 'no difference seen')
  }).filter(Boolean).length
  // 5 % of 300 is 15; four standard deviations more is 30.
  expect(alarms).toBeLessThan(30)
  expect(alarms).toBeGreaterThan(2)
})

test('one pair of runs is compared by its stretches, however alike neighbours are', () => {
  const draw = drawFrom(seededRandom(3))
  const held = Array.from({ length: 300 }, () => {
    let noise = 0
    const series = Array.from({ length: 30 }, () => {
      noise = 0.5 * noise + draw.normal(0, 1)
      return noise
    })
    const before = run([
      goal(
        'useful',
        series.map(() => 7),
      ),
    ])
    const after = run(
      [
        goal(
          'useful',
          series.map((off) => 8 + off),
        ),
      ],
      { version: 'cautious' },
    )
    const [found] = compareRuns([before], [after]).goals
    const [low, high] = found?.interval ?? [0, 0]
    return low <= 1 && 1 <= high
  }).filter(Boolean).length
  // Counting every stretch wholly would hold about 74 % of them.
  expect(held / 300).toBeGreaterThan(0.89)
})

test('stretches of a count add up', () => {
  const before = run([goal('found', [4, 6, 5, 5, 4, 6], { sums: true })])
  const after = run([goal('found', [6, 7, 7, 6, 5, 8], { sums: true })], { version: 'b' })
  const [found] = compareRuns([before], [after]).goals
  expect(found).toMatchObject({
    before: 30,
    after: 39,
    difference: 9,
    from: 'stretches',
    pairs: 6,
    verdict: 'better',
  })
  // The differences are 2, 1, 2, 1, 1, 2, their standard error is 0.2236, of six of them 1.342.
  expect(found?.interval?.[0]).toBeCloseTo(9 - 2.5706 * 1.3416, 3)
})

test('what is true counts where both runs know it', () => {
  const before = [1, 2, 3].map((seed) => run([goal('useful', [0.9], { truth: 0.5 })], { seed }))
  const after = [1, 2, 3].map((seed) =>
    run([goal('useful', [0.9], { truth: 0.7 + seed / 1000 })], { seed, version: 'b' }),
  )
  expect(compareRuns(before, after).goals[0]).toMatchObject({ of: 'truth', before: 0.5, verdict: 'better' })
  const half = after.map((one, i) => (i === 0 ? run([goal('useful', [0.9])], { seed: 1 }) : one))
  expect(compareRuns(before, half).goals[0]).toMatchObject({ of: 'measured', difference: 0 })
})

test('a goal with two ends is better nearer to them', () => {
  const at = (value: number, version: string) =>
    seeds.map((seed) =>
      run([goal('share', [value + seed / 1e6], { target: { between: [2, 3] } })], { seed, version }),
    )
  expect(compareRuns(at(5, 'a'), at(4, 'b')).goals[0]).toMatchObject({ verdict: 'better' })
  expect(compareRuns(at(2.2, 'a'), at(2.8, 'b')).goals[0]).toMatchObject({ verdict: 'no difference seen' })
  expect(compareRuns(at(2.2, 'a'), at(1, 'b')).goals[0]).toMatchObject({ verdict: 'worse' })
})

test('too little is said to be too little', () => {
  const [before, after] = [run([goal('useful', [1])]), run([goal('useful', [2])], { version: 'b' })]
  expect(compareRuns([before], [after]).goals[0]).toMatchObject({ verdict: 'cannot say', difference: 1 })
  const nobody = compareRuns([run([goal('useful', [])])], [after])
  expect(nobody.goals[0]).toMatchObject({ verdict: 'cannot say', difference: null })
  expect(nobody.layers).toEqual([{ layer: 'user', goals: 1, better: 0, worse: 0, verdict: 'cannot say' }])
  expect(sayComparison(nobody)).toContain('  useful: cannot say, no value in both versions')
})

test('runs that do not belong together are refused', () => {
  const one = run([goal('useful', [1])])
  expect(() => compareRuns([one], [run([], { seed: 2 })])).toThrow('no seed in common')
  expect(() => compareRuns([one, one], [one])).toThrow('twice with one seed')
  expect(() => compareRuns([one], [{ ...one, system: 'others' }])).toThrow('runs of "alarms" and "others"')
  expect(() => compareRuns([one], [{ ...one, days: 3 }])).toThrow('10 people and 10 days')
})

test('a comparison in words', () => {
  const values = (by: number) => [0.61 + by, 0.64 + 1.1 * by, 0.6 + by, 0.63 + 0.9 * by, 0.62 + by]
  const before = run([goal('useful', values(0)), goal('calm', values(0))])
  const after = run([goal('useful', values(0.1)), goal('calm', values(0))], { version: 'cautious' })
  expect(sayComparison(compareRuns([before], [after]))).toEqual([
    'alarms: "cautious" against "current", same people in the same mood, 1 seed.',
    'user: better (1 of 2 goals)',
    '  useful: better, 0.62 -> 0.72 (+0.1, interval +0.0854 to +0.115, p 0.00128)',
    '  calm: no difference at all, 0.62 -> 0.62',
    'p is corrected for looking at 2 goals; each interval is 95 % for its goal alone.',
    'One run each: intervals are from its stretches of time and hold for this one world. Run more seeds to hear about worlds like it.',
  ])
})
