import type { Expression, Measure } from '../../spec/measure.ts'
import type { ArmAnswer, ArmStatistics, ArmsQuery, FlightUnits, Warehouse } from '../../spec/ports.ts'
import { decisionEntry } from '../entries.ts'
import { codeOf, type Runner } from '../runner.ts'
import { flownDecisions, flownShapes } from './flown-decisions.ts'
import { hour, midnight } from './ten-decisions.ts'

const rows = { decision: 'meter', per: 'decision' } as const
const cost: Expression = { op: 'cost' }
const useful: Expression = { op: 'feedback', name: 'useful' }
const spent: Measure = { op: 'sum', of: cost, ...rows }
const rate = (name: string): Measure => ({ op: 'rate', of: { op: 'feedback', name }, ...rows })
const people: FlightUnits = { flight: 'trial', decision: 'meter', unit: 'person', counts: 'decided' }
const everyone: ArmsQuery = {
  system: 'tax-filing',
  units: people,
  measures: [],
  now: midnight + 5.5 * hour,
}

/** Numerator, denominator and both before of one unit. */
type Unit = readonly [x: number, y: number, p?: number, q?: number]

/** What those units leave behind. */
function of(...units: readonly Unit[]): ArmStatistics {
  const sum = (number: (unit: readonly number[]) => number) =>
    units.reduce((sum, [x, y, p = 0, q = 0]) => sum + number([x, y, p, q]), 0)
  const at = (i: number) => sum((unit) => unit[i] ?? 0)
  const product = (i: number, j: number) => sum((unit) => (unit[i] ?? 0) * (unit[j] ?? 0))
  return {
    kind: 'units',
    units: {
      n: units.length,
      sums: [at(0), at(1), at(2), at(3)],
      products: [
        ...([product(0, 0), product(0, 1), product(0, 2), product(0, 3)] as const),
        ...([product(1, 1), product(1, 2), product(1, 3)] as const),
        ...([product(2, 2), product(2, 3), product(3, 3)] as const),
      ],
    },
  }
}

/** What every warehouse must do for flights. The numbers are counted by hand from `flownDecisions`. */
export function armsChecks(
  { describe, expect }: Runner,
  check: (name: string, use: (warehouse: Warehouse) => Promise<void>) => void,
): void {
  const ask = async (warehouse: Warehouse, measure: Measure, more: Partial<ArmsQuery> = {}) =>
    warehouse.arms({ ...everyone, measures: [{ measure, feedback: flownShapes }], ...more })
  /** Over the flown decisions: by arm, and slice or stretch where asked for. */
  const compares = (
    name: string,
    measure: Measure,
    expected: Readonly<Record<string, ArmStatistics>>,
    more: Partial<ArmsQuery> = {},
  ) =>
    check(name, async (warehouse) => {
      await warehouse.project(flownDecisions())
      expect(byPlace(await ask(warehouse, measure, more))).toEqual(expected)
    })

  describe('arms of a flight', () => {
    describe('measures', () => {
      compares('sums', spent, { old: of([12, 1], [16, 1]), new: of([64, 1], [128, 1]) })
      compares('rates what is known', rate('useful'), {
        old: of([1, 2], [1, 1]),
        new: of([0, 1], [0, 0]),
      })
      compares(
        'counts rows among rows',
        { op: 'count', among: useful, ...rows },
        { old: of([1, 1], [1, 1]), new: of([0, 1], [0, 1]) },
      )
      compares(
        'counts persons',
        { op: 'count', ...rows, per: 'person' },
        { old: of([1, 1], [1, 1]), new: of([1, 1], [1, 1]) },
      )
      compares(
        'divides sums',
        { op: 'ratio', of: cost, over: { op: 'number', of: useful }, ...rows },
        { old: of([12, 1], [16, 1]), new: of([64, 0], [0, 0]) },
      )
      compares(
        'averages rows',
        { op: 'mean', of: cost, ...rows },
        { old: of([12, 2], [16, 1]), new: of([64, 1], [128, 1]) },
      )
      compares(
        'averages over a person first',
        { op: 'mean', of: cost, ...rows, per: 'person' },
        { old: of([6, 1], [16, 1]), new: of([64, 1], [128, 1]) },
      )
      compares(
        'averages over each episode of a person',
        { op: 'mean', of: cost, ...rows, per: 'episode' },
        { old: of([12, 2, 1.5, 1], [16, 1]), new: of([64, 1, 32, 1], [128, 1]) },
        { before: '2 hours' },
      )
      compares(
        'orders rows',
        { op: 'quantile', q: 0.5, of: cost, ...rows },
        {
          old: { kind: 'rows', units: 2, rows: { kind: 'order', n: 3, value: 8, low: null, high: null } },
          new: { kind: 'rows', units: 2, rows: { kind: 'order', n: 2, value: 96, low: null, high: null } },
        },
      )
      compares(
        'compares positives with negatives',
        { op: 'auc', score: cost, label: useful, ...rows },
        {
          old: { kind: 'rows', units: 2, rows: { kind: 'auc', positives: 2, negatives: 1, u: 1 } },
          new: { kind: 'rows', units: 2, rows: { kind: 'auc', positives: 0, negatives: 1, u: 0 } },
        },
      )
      compares(
        'bins scores',
        { op: 'calibrationError', score: { op: 'literal', value: 0.5 }, label: useful, bins: 1, ...rows },
        {
          old: {
            kind: 'rows',
            units: 2,
            rows: { kind: 'bins', bins: [{ n: 3, score: 1.5, positives: 2 }] },
          },
          new: {
            kind: 'rows',
            units: 2,
            rows: { kind: 'bins', bins: [{ n: 1, score: 0.5, positives: 0 }] },
          },
        },
      )
      compares('joins within a window, with a default after it', rate('examined'), {
        old: of([1, 2], [0, 1]),
        new: of([0, 1], [0, 0]),
      })
      compares(
        'measures another decision point',
        { ...spent, decision: 'return' },
        { old: of([5, 1], [0, 1]), new: of([18, 1], [0, 1]) },
      )
      check('answers several at once, in the order asked for', async (warehouse) => {
        await warehouse.project(flownDecisions())
        const measures = [rate('useful'), { ...spent, decision: 'return' }, spent, rate('examined')]
        const asked = measures.map((measure) => ({ measure, feedback: flownShapes }))
        const alone = await Promise.all(measures.map((measure) => ask(warehouse, measure)))
        const together = inOrder(await ask(warehouse, spent, { measures: asked }))
        expect(together.map(({ arm }) => arm)).toEqual(['new', 'old'])
        for (const [i, { arm, statistics }] of together.entries())
          expect([arm, statistics]).toEqual([arm, alone.map((answers) => inOrder(answers)[i]?.statistics[0])])
      })
    })

    describe('units', () => {
      compares(
        'counts those who were exposed',
        spent,
        { old: of([16, 1]), new: of([64, 1]) },
        { units: { ...people, counts: 'exposed' } },
      )
      compares(
        'compares episodes',
        spent,
        { old: of([4, 1], [16, 1]), new: of([64, 1], [128, 1]) },
        { units: { ...people, unit: 'episode' } },
      )
      compares(
        'compares single decisions',
        spent,
        { old: of([4, 1], [16, 1], [256, 1]), new: of([64, 1], [128, 1], [512, 1], [1024, 1]) },
        { units: { ...people, unit: 'decision' } },
      )
      compares(
        'meets a holdout at any decision point',
        spent,
        { held: of([0, 1]), free: of([64, 1]) },
        { units: { flight: 'kept', unit: 'person', counts: 'decided' } },
      )
      compares(
        'bounds when a unit first met it',
        spent,
        { new: of([64, 1]) },
        {
          from: midnight + 3 * hour,
          to: midnight + 4 * hour,
        },
      )
      compares(
        'knows nobody of a flight that never was',
        spent,
        {},
        {
          units: { ...people, flight: 'never' },
        },
      )
    })

    describe('times', () => {
      compares(
        'sums what came before',
        spent,
        { old: of([12, 1, 3, 1], [16, 1, 0, 1]), new: of([64, 1, 32, 1], [128, 1, 0, 1]) },
        { before: '2 hours' },
      )
      compares(
        'rates what came before',
        rate('useful'),
        { old: of([1, 2, 0, 1], [1, 1]), new: of([0, 1, 1, 1], [0, 0]) },
        { before: '2 hours' },
      )
      compares(
        'looks back only so far',
        spent,
        { old: of([12, 1, 2, 1], [16, 1, 0, 1]), new: of([64, 1, 0, 1], [128, 1, 0, 1]) },
        { before: '1 hour' },
      )
      compares(
        'answers each stretch that has begun for a unit',
        { ...spent, decision: 'return' },
        {
          'old 0': of([0, 1, 3, 1], [0, 1, 0, 1]),
          'old 1': of([5, 1, 3, 1], [0, 1, 0, 1]),
          'new 0': of([7, 1, 0, 1], [0, 1, 0, 1]),
          'new 1': of([11, 1, 0, 1]),
        },
        { sinceMet: '2 hours', before: '2 hours' },
      )
    })

    describe('slices', () => {
      const slice: Expression = { op: 'context', path: ['region'] }
      compares(
        'answers each by the first decision of a unit',
        spent,
        {
          'old north': of([12, 1]),
          'old south': of([16, 1]),
          'new south': of([64, 1]),
          'new north': of([128, 1]),
        },
        { slice },
      )
      check('takes the first in the log of those of one time', async (warehouse) => {
        await warehouse.project(
          ['b', 'a'].map((region, index) => ({
            position: index + 1,
            entry: decisionEntry({
              ...{ id: region, decision: 'meter', context: { region }, arms: { trial: 'old' } },
            }),
          })),
        )
        expect(byPlace(await ask(warehouse, { op: 'count', ...rows }, { slice }))).toEqual({
          'old b': of([2, 1]),
        })
      })
    })

    describe('refusals', () => {
      const wrong: readonly (readonly [string, Measure, Partial<ArmsQuery>])[] = [
        ['a slice by feedback', spent, { slice: useful }],
        ['a slice by exposure', spent, { slice: { op: 'not', of: { op: 'exposed' } } }],
        ['feedback it has no shape for', rate('missing'), {}],
        ['a time that is no number', spent, { now: Number.NaN }],
      ]
      for (const [name, measure, more] of wrong)
        check(`refuses ${name}`, async (warehouse) => {
          expect(await codeOf(ask(warehouse, measure, more))).toBe('measure-invalid')
        })
    })
  })
}

/** The statistics of one measure by arm, slice and stretch. */
function byPlace(answers: readonly ArmAnswer[]): Readonly<Record<string, ArmStatistics | undefined>> {
  return Object.fromEntries(
    answers.map(({ arm, slice, stretch, statistics }) => [
      [arm, slice, stretch].filter((part) => part !== null && part !== undefined).join(' '),
      statistics[0],
    ]),
  )
}

function inOrder(answers: readonly ArmAnswer[]): readonly ArmAnswer[] {
  return answers.toSorted((a, b) => (a.arm < b.arm ? -1 : 1))
}
