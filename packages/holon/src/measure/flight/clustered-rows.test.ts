import { describe, expect, it } from 'vitest'
import type { Measure } from '../../spec/measure.ts'
import type { ArmAnswer, ArmStatistics } from '../../spec/ports.ts'
import { asked, clustered } from './clustered-rows.ts'
import { effectsOf } from './effect.ts'
import { anyMeasure, unitsOf } from './units.fixture.ts'

const spent = { op: 'feedback', name: 'spent' } as const
const median: Measure = { op: 'quantile', q: 0.5, of: spent, decision: 'bell', per: 'decision' }

/** 200 people, of whom each has so many rows. */
const peopleOf = (rows: readonly number[]): ArmStatistics =>
  unitsOf(rows.flatMap((n) => Array.from({ length: 200 / rows.length }, () => [n, 1] as const)))

const rowsOf = (value: number): ArmStatistics => ({
  kind: 'rows',
  units: 200,
  rows: { kind: 'order', n: 600, value, low: value - 1, high: value + 1 },
})

const answerOf = (arm: string, ...statistics: ArmStatistics[]): ArmAnswer => ({
  arm,
  slice: null,
  statistics,
})

describe('rows of units', () => {
  it('are counted beside measures that are no sums, where what they need is known', () => {
    const among = { op: 'exposed' } as const
    expect(asked([anyMeasure, { ...median, among }])).toEqual([
      anyMeasure,
      { ...median, among },
      {
        op: 'count',
        decision: 'bell',
        per: 'decision',
        among: { op: 'and', of: [among, { op: 'known', of: spent }] },
      },
    ])
  })

  it('leave the answers in step with what was wanted', () => {
    const all = [peopleOf([1]), rowsOf(5), peopleOf([3]), peopleOf([1])]
    const [answer] = clustered([anyMeasure, median, anyMeasure], [answerOf('control', ...all)])
    expect(answer?.statistics.map(({ kind }) => kind)).toEqual(['units', 'rows', 'units'])
  })

  it.each([
    [[1], 1],
    [[3], 3],
    // Those who come often weigh more: 26 / 6.
    [[1, 5], 26 / 6],
  ])('of %o each widen the effect as if a person always said the same', (rows, alike) => {
    const widthOf = (answers: readonly ArmAnswer[]) => {
      const byArm = new Map(answers.map(({ arm, statistics: [own = rowsOf(0)] }) => [arm, own]))
      const [effect] = effectsOf(['control', 'louder'], median, byArm, { tightAt: 400 })
      const [low, high] = effect?.absolute?.interval ?? [0, Number.NaN]
      return high - low
    }
    const plain = [answerOf('control', rowsOf(5)), answerOf('louder', rowsOf(6))]
    const counted = plain.map((one) => ({ ...one, statistics: [...one.statistics, peopleOf(rows)] }))
    expect(widthOf(clustered([median], counted)) / widthOf(plain)).toBeCloseTo(Math.sqrt(alike), 10)
  })
})
