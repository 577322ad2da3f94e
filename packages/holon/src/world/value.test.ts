import { expect, test } from 'vitest'
import type { Target } from '../spec/api.ts'
import type { ValueReport } from '../spec/simulated-comparison.ts'
import { seededRandom } from '../stats/random/seeded.ts'
import { drawFrom } from './draw.ts'
import { goal, run } from './run.fixture.ts'
import { sayValue } from './say-value.ts'
import { valueReport } from './value.ts'

const qualities = [0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]
const seeds = [1, 2, 3, 4, 5, 6]

/** Worlds whose goal follows the quality by a known curve, over seeds that differ much more than that. */
function report(
  from: number,
  curve: (quality: number) => number,
  {
    today = 0.85,
    target = { atLeast: 0 },
    noise = 0.01,
  }: { today?: number; target?: Target; noise?: number } = {},
): ValueReport {
  const draw = drawFrom(seededRandom(from))
  const levels = new Map(seeds.map((seed) => [seed, draw.normal(0, 1)]))
  const at = (quality: number, version = 'current', more = 0) =>
    seeds.map((seed) => {
      const value = (levels.get(seed) ?? 0) + curve(quality) + more + draw.normal(0, noise)
      return run([goal('useful', [value], { target })], { seed, version, auc: quality })
    })
  return valueReport({
    // The wanted quality is not what the models came out at.
    sweep: qualities.map((quality) => ({ quality: quality - 0.02, runs: at(quality) })),
    today: at(today),
    versions: [at(today, 'cautious', 0.1), at(today, 'bold', -0.1)],
  })
}

const only = ({ goals }: ValueReport) => goals[0] ?? expect.fail('there is no goal')

test('a known knee is found, and what would buy more than a better model', () => {
  const { verdict, knee, points, alternatives } = only(report(7, (q) => Math.min(q, 0.75)))
  expect(verdict).toBe('knee')
  expect(knee?.at).toBeCloseTo(0.75, 1)
  expect(knee?.interval[0]).toBeLessThan(0.75)
  expect(knee?.interval[1]).toBeGreaterThan(0.75)
  expect(knee?.before).toBeCloseTo(0.01, 2)
  expect(knee).toMatchObject({ after: 0, today: 'beyond' })
  expect(points.map(({ quality }) => Number(quality.toFixed(9)))).toEqual(qualities)
  expect(alternatives.map(({ name, verdict }) => [name, verdict])).toEqual([
    ['cautious', 'better'],
    ['quality 0.95', 'no difference seen'],
    ['bold', 'worse'],
  ])
  expect(alternatives[0]?.difference).toBeCloseTo(0.1, 1)
})

test('before the knee a better model is worth it', () => {
  const { knee, alternatives } = only(report(2, (q) => Math.min(q, 0.8), { today: 0.6 }))
  expect(knee?.today).toBe('before')
  expect(alternatives[0]).toMatchObject({ kind: 'best model', verdict: 'better' })
  expect(alternatives[0]?.difference).toBeCloseTo(0.2, 1)
})

test('a goal that should be low has its knee where it stops to fall', () => {
  const { verdict, knee } = only(report(3, (q) => -Math.min(q, 0.75), { target: { atMost: 1 } }))
  expect(verdict).toBe('knee')
  expect(knee?.before).toBeCloseTo(0.01, 2)
  expect(only(report(3, (q) => -q)).verdict).toBe('worse')
})

test.each([
  ['still rising', (q: number) => q],
  ['still rising', (q: number) => Math.max(q, 0.75)],
  ['still rising', (q: number) => Math.min(q, 0.75) + 0.5 * Math.max(0, q - 0.75)],
  ['worse', (q: number) => -Math.min(q, 0.75)],
  ['knee', (q: number) => Math.min(q, 0.75) + 0.02 * Math.max(0, q - 0.75)],
  ['knee', (q: number) => Math.min(q, 0.75) - 0.5 * Math.max(0, q - 0.75)],
  ['no effect', () => 0],
] as const)('%s', (wanted, curve) => {
  expect(only(report(4, curve, { noise: 0.003 })).verdict).toBe(wanted)
})

test('no knee is named where there is none, but as seldom as stated', () => {
  const flat = Array.from({ length: 30 }, (_, i) => only(report(i, () => 0)).verdict)
  expect(flat.filter((verdict) => verdict !== 'no effect').length).toBeLessThan(7)
  const straight = Array.from({ length: 30 }, (_, i) => only(report(i, (q) => q)).verdict)
  expect(straight.filter((verdict) => verdict !== 'still rising').length).toBeLessThan(7)
})

test('one seed at nine qualities is enough for a clear knee, four points are not', () => {
  const at = (quality: number) => [
    run([goal('useful', [Math.min(quality, 0.75) + 0.001 * ((quality * 100) % 3)], { interval: [0, 1] })], {
      auc: quality,
    }),
  ]
  const sweep = qualities.map((quality) => ({ quality, runs: at(quality) }))
  const enough = only(valueReport({ sweep, today: at(0.9) }))
  expect(enough.verdict).toBe('knee')
  expect(enough.points[0]?.interval).toEqual([0, 1])
  expect(only(valueReport({ sweep: sweep.slice(0, 4), today: at(0.9) })).verdict).toBe('cannot say')
})

test('the wanted quality stands in where the world does not know the real one', () => {
  const blind = (seed: number) => run([goal('useful', [seed])], { seed })
  const { goals, today } = valueReport({
    sweep: [0.9, 0.6].map((quality) => ({ quality, runs: seeds.map(blind) })),
    today: seeds.map(blind),
  })
  expect(today).toBeNull()
  expect(goals[0]?.points.map(({ quality }) => quality)).toEqual([0.6, 0.9])
})

test('a report in words', () => {
  const said = sayValue(report(7, (q) => Math.min(q, 0.75)))
  expect(said[0]).toBe("alarms: today's model is of quality 0.85 (area under the curve); 6 seeds.")
  expect(said[1]).toMatch(
    /^user: useful: knee at 0\.7\d* \(interval 0\.7\d* to 0\.7\d*\): a gain of 0\.0\d* by 0\.01 of quality before and nothing beyond it \(interval -0\.0\d* to \+0\.0\d*\)\. Today's model is beyond it: better predictions buy nothing\.$/,
  )
  expect(said[2]).toMatch(/^ {2}version "cautious": better, \+0\.\d+, interval \+0\.\d+ to \+0\.\d+$/)
  expect(said[3]).toMatch(/^ {2}version "bold": worse, -0\.\d+, /)
  expect(said[4]).toBe('  no difference seen: a model of quality 0.95')
})

test('what is only perhaps different is said so, and why', () => {
  const { goals, ...rest } = report(7, (q) => Math.min(q, 0.75))
  const [useful] = goals
  if (useful === undefined) return expect.fail('no goal')
  const unsure = {
    ...useful,
    unit: '%',
    verdict: 'no effect' as const,
    slope: 0.01,
    slopeInterval: [0.005, 0.015] as const,
  }
  const alternatives = useful.alternatives.map((one) => ({ ...one, verdict: 'no difference seen' as const }))
  const said = sayValue({ ...rest, goals: [{ ...unsure, alternatives }] })
  expect(said[1]).toMatch(
    /^user: useful: better predictions perhaps help between .*, \+1 percentage points by 0\.01/,
  )
  expect(said[2]).toMatch(
    /^ {2}version "cautious": perhaps better, \+\d+\.?\d* percentage points, interval \+/,
  )
  expect(said[3]).toMatch(/^ {2}version "bold": perhaps worse, -/)
  expect(said.at(-1)).toMatch(/^"Perhaps": .* 1 goal and 3 alternatives .* More seeds tell\.$/)
})

test('nothing to report on is refused', () => {
  expect(() => valueReport({ sweep: [], today: [run([])] })).toThrow('there are no runs')
})
