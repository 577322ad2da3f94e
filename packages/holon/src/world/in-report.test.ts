import { expect, it } from 'vitest'
import { figureIn, goalIn, timesIn } from './in-report.ts'
import { goal, run } from './run.fixture.ts'

const met = (decision: string, experience: string, times: number) => ({
  ...{ decision, experience, times, degraded: 0 },
})
const report = {
  ...run([goal('calm', [1]), goal('safe', [0])]),
  experiences: [met('alarm', 'ring', 3), met('alarm', 'nothing', 7), met('report', 'nothing', 2)],
  figures: [
    {
      name: 'rings',
      overTime: [
        { day: 0, n: 2, sum: 10 },
        { day: 4, n: 0, sum: 0 },
        { day: 8, n: 4, sum: 2 },
      ],
    },
  ],
}

it('finds a goal, and refuses one that is not there', () => {
  expect(goalIn(report, 'safe').value).toBe(0)
  expect(() => goalIn(report, 'quick')).toThrow('no goal "quick"')
})

it('counts an experience over all decisions, or in one, or all that one led to', () => {
  expect(timesIn(report, { experience: 'nothing' })).toBe(9)
  expect(timesIn(report, { decision: 'report', experience: 'nothing' })).toBe(2)
  expect(timesIn(report, { decision: 'report', experience: 'ring' })).toBe(0)
  expect(timesIn(report, { decision: 'alarm' })).toBe(10)
})

it('sums a figure, from a day on', () => {
  expect(figureIn(report, 'rings')).toEqual({ n: 6, sum: 12, mean: 2 })
  expect(figureIn(report, 'rings', 1)).toEqual({ n: 4, sum: 2, mean: 0.5 })
  expect(figureIn(report, 'rings', 9).mean).toBeNaN()
  expect(() => figureIn(report, 'bells')).toThrow('no figure "bells"')
})
