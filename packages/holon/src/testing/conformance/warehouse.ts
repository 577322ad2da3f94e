import type { Expression, FeedbackShape, Keep, Measure } from '../../spec/measure.ts'
import type { MeasureAnswer, MeasureQuery, Warehouse } from '../../spec/ports.ts'
import { backEntry, decisionEntry } from '../entries.ts'
import { codeOf, type Runner } from '../runner.ts'
import { hour, midnight, now, shapes, tenDecisions } from './ten-decisions.ts'
import { armsChecks } from './warehouse-arms.ts'

/** A warehouse to check. */
export interface WarehouseSubject {
  readonly name: string
  /** Makes an empty store; the function it answers opens that store, again after each `close`. */
  store(): Promise<() => Promise<Warehouse>>
  /** Why the store is gone after `close`, where it is: what survives is not checked then, for this reason. */
  readonly forgets?: string
}

const decision = 'audit-risk-meter'
const rows = { decision, per: 'decision' } as const
const persons = { decision, per: 'person' } as const
const feedback = (name: string): Expression => ({ op: 'feedback', name })
const prediction: Expression = { op: 'prediction' }
const cost: Expression = { op: 'cost' }
const useful = feedback('useful')
const examined = feedback('examined')
const one: Expression = { op: 'literal', value: 1 }
const quotient = (left: Expression, right: Expression): Expression => ({
  op: 'arithmetic',
  by: 'divide',
  left,
  right,
})
const is = (left: Expression, value: string | number | boolean): Expression => ({
  op: 'compare',
  by: 'eq',
  left,
  right: { op: 'literal', value },
})

/** What every warehouse must do. The numbers are counted by hand from `tenDecisions`. */
export function warehouseSuite(runner: Runner, subject: WarehouseSubject): void {
  const { describe, it, expect } = runner
  const check = (name: string, use: (warehouse: Warehouse) => Promise<void>) =>
    it(name, async () => {
      const warehouse = await (await subject.store())()
      try {
        await use(warehouse)
      } finally {
        await warehouse.close()
      }
    })
  const full = lent(runner, async () => {
    const warehouse = await (await subject.store())()
    await warehouse.project(tenDecisions())
    return warehouse
  })
  const ask = (warehouse: Warehouse, measure: Measure, more: Partial<MeasureQuery> = {}) =>
    warehouse.answer({ system: 'tax-filing', measure, feedback: shapes, now, ...more })
  /** Over the ten decisions, one answer or one for each slice. */
  const answers = (name: string, measure: Measure, expected: unknown, more: Partial<MeasureQuery> = {}) =>
    it(name, () =>
      full(async (warehouse) => {
        const found = await ask(warehouse, measure, more)
        expect(rounded(more.slice || more.every ? inOrder(found) : found[0]?.statistics)).toEqual(
          rounded(expected),
        )
      }),
    )
  const rate = (of: Expression): Measure => ({ op: 'rate', of, ...rows })
  const shares = (n: number, sum: number) => ({ kind: 'moments', n, sum, squares: sum })

  describe(`warehouse: ${subject.name}`, () => {
    describe('measures', () => {
      answers('counts decisions', { op: 'count', ...rows }, { kind: 'count', n: 10 })
      answers('counts persons', { op: 'count', ...persons }, { kind: 'count', n: 4 })
      answers(
        'counts persons among rows',
        { op: 'count', ...persons, among: useful },
        { kind: 'count', n: 2 },
      )
      answers('rates what is known', rate(useful), shares(8, 4))
      answers(
        'averages over a person first',
        { op: 'rate', of: useful, ...persons },
        { kind: 'moments', n: 4, sum: 4 / 3, squares: 10 / 9 },
      )
      answers(
        'averages',
        { op: 'mean', of: prediction, ...rows },
        { kind: 'moments', n: 9, sum: 4.8, squares: 3.24 },
      )
      answers(
        'sums over a person first',
        { op: 'sum', of: cost, ...persons },
        { kind: 'moments', n: 4, sum: 38, squares: 386 },
      )
      answers(
        'divides sums',
        { op: 'ratio', of: cost, over: prediction, ...rows },
        { kind: 'ratio', n: 9, x: 46, y: 4.8, xx: 304, yy: 3.24, xy: 23.3 },
      )
      answers(
        'divides sums of persons',
        { op: 'ratio', of: cost, over: prediction, ...persons },
        { kind: 'ratio', n: 4, x: 38, y: 4.1, xx: 386, yy: 5.25, xy: 35.1 },
      )
      answers(
        'orders',
        { op: 'quantile', q: 0.5, of: cost, ...rows },
        { kind: 'order', n: 10, value: 5.5, low: 2, high: 9 },
      )
      answers(
        'compares positives with negatives',
        { op: 'auc', score: prediction, label: examined, ...rows },
        { kind: 'auc', positives: 3, negatives: 4, u: 9.5 },
      )
      answers(
        'bins scores',
        { op: 'calibrationError', score: prediction, label: examined, bins: 2, ...rows },
        {
          kind: 'bins',
          bins: [
            { n: 3, score: 0.6, positives: 1 },
            { n: 4, score: 3.1, positives: 2 },
          ],
        },
      )
      check('puts a score on an edge into the bin below', async (warehouse) => {
        // 0.28 * 25 is above 7 in doubles, but 0.28 is not above 7 / 25.
        const scores = [0.28, 0.3]
        const said = { model: 'audit-risk', version: '3', calibrated: true }
        await warehouse.project(
          scores.map((value, index) => ({
            position: index + 1,
            entry: decisionEntry({ id: `d${index}`, predictions: [{ ...said, value }] }),
          })),
        )
        const label: Expression = { op: 'degraded' }
        const [found] = await ask(warehouse, {
          op: 'calibrationError',
          score: prediction,
          label,
          bins: 25,
          ...rows,
        })
        expect(found?.statistics).toEqual({
          kind: 'bins',
          bins: scores.map((score) => ({ n: 1, score, positives: 0 })),
        })
      })
    })

    describe('what came back', () => {
      answers('joins within a window that has passed, with a default', rate(examined), shares(7, 3))
      answers('joins what came so far, with a default from the beginning', rate(examined), shares(10, 4), {
        feedback: shapes.map((shape) => ({ ...shape, soFar: true })),
      })
      answers(
        'knows that a list or a sealed value is there',
        rate({ op: 'known', of: feedback('comment') }),
        shares(10, 3),
      )
      answers(
        'compares texts whatever is in them',
        rate(is(feedback('comment'), 'it is "fine", isn\'t it? 表 🎧')),
        shares(1, 1),
      )
      answers('takes the exposures that stand', rate({ op: 'exposed' }), shares(10, 2))
      const sumOf = (of: Expression): Measure => ({ op: 'sum', of, ...rows })
      const hours = (n: number, sum: number, squares: number) => ({
        ...{ kind: 'moments', n, sum: sum * hour, squares: squares * hour * hour },
      })
      answers('knows how old decisions are', sumOf({ op: 'age' }), hours(10, 32.5, 126.25))
      answers(
        'knows how long an answer took that came in time and was not taken back',
        sumOf({ op: 'delay', name: 'examined' }),
        hours(4, 4.5, 6.25),
      )
      answers(
        'knows how long the first took that was true',
        sumOf({ op: 'delay', name: 'warned' }),
        hours(2, 2.5, 4.25),
      )
      answers('knows whether one of several was true', rate(feedback('warned')), shares(2, 1))
      const kept: readonly (readonly [Keep, number, number])[] = [
        ['last', 2.5, 6],
        ['first', 1.5, 1],
        ['sum', 4, 7],
        ['mean', 2, 3.5],
        ['max', 2.5, 6],
        ['min', 1.5, 1],
      ]
      for (const [keep, a, b] of kept)
        answers(
          `keeps the ${keep} of several`,
          { op: 'mean', of: feedback('hours'), ...rows },
          { kind: 'moments', n: 2, sum: a + b, squares: a * a + b * b },
          { feedback: [{ name: 'hours', kind: 'correction', keep }] },
        )
    })

    describe('expressions', () => {
      answers(
        'read the prediction of a named model',
        { op: 'sum', of: { op: 'prediction', model: 'worth' }, ...rows },
        { kind: 'moments', n: 10, sum: 45, squares: 285 },
      )
      answers(
        'read a latency',
        { op: 'sum', of: { op: 'latency' }, ...rows },
        { kind: 'moments', n: 10, sum: 55, squares: 385 },
      )
      answers('read guardrails', rate({ op: 'guarded', guardrail: 'calm' }), shares(10, 3))
      answers('read whether any guardrail stepped in', rate({ op: 'guarded' }), shares(10, 3))
      answers('read whom an audit asked', rate({ op: 'asked', name: 'useful' }), shares(6, 3))
      answers(
        'read how likely an audit asked',
        { op: 'sum', of: { op: 'askedWith', name: 'useful' }, ...rows },
        { kind: 'moments', n: 6, sum: 2.5, squares: 1.125 },
      )
      answers('know of no audit of anything else', rate({ op: 'asked', name: 'comment' }), shares(0, 0))
      answers('read degradation', rate({ op: 'degraded' }), shares(10, 1))
      answers('read the context by any name', rate({ op: 'context', path: ['a/b~c', '"'] }), shares(10, 5))
      answers(
        'read a place in a list',
        { op: 'sum', of: { op: 'context', path: ['lines', '0'] }, ...rows },
        { kind: 'moments', n: 10, sum: 45, squares: 285 },
      )
      answers(
        'are null for what is not there',
        rate(is({ op: 'context', path: ['lines', '1'] }, 1)),
        shares(0, 0),
      )
      answers('are null between values of two types', rate(is(cost, '1')), shares(0, 0))
      answers(
        'are false on one side of and, whatever the other',
        rate({ op: 'and', of: [useful, is(cost, 7)] }),
        shares(9, 0),
      )
      answers(
        'stay null after a division by zero',
        rate(is(quotient(one, quotient(one, { op: 'literal', value: 0 })), 0)),
        shares(0, 0),
      )
      answers(
        'are null when divided by zero',
        {
          op: 'sum',
          of: quotient(cost, { op: 'number', of: useful }),
          ...rows,
        },
        { kind: 'moments', n: 4, sum: 23, squares: 171 },
      )
    })

    describe('parts of the rows', () => {
      answers(
        'answers each slice',
        rate(useful),
        [
          { slice: 'meter', statistics: shares(6, 4) },
          { slice: 'nothing', statistics: shares(2, 0) },
        ],
        { slice: { op: 'experience' } },
      )
      answers(
        'answers a slice in which nothing counts',
        rate(useful),
        [
          { slice: false, statistics: shares(8, 4) },
          { slice: true, statistics: shares(0, 0) },
        ],
        { slice: { op: 'and', of: [is(cost, 7)] } },
      )
      answers(
        'answers the slice of what is not known',
        { op: 'count', ...rows },
        [
          { slice: null, statistics: { kind: 'count', n: 3 } },
          { slice: false, statistics: { kind: 'count', n: 4 } },
          { slice: true, statistics: { kind: 'count', n: 3 } },
        ],
        { slice: examined },
      )
      answers(
        'answers each stretch of time',
        { op: 'count', ...rows },
        [
          { slice: null, from: midnight, statistics: { kind: 'count', n: 4 } },
          { slice: null, from: midnight + 2 * hour, statistics: { kind: 'count', n: 4 } },
          { slice: null, from: midnight + 4 * hour, statistics: { kind: 'count', n: 2 } },
        ],
        { every: '2 hours' },
      )
      answers('bounds the time of decisions', rate(useful), shares(3, 1), {
        from: midnight + hour,
        to: midnight + 3 * hour,
      })
      answers('answers no slice without rows', { op: 'count', ...rows }, [], { slice: cost, from: now })
    })

    describe('projecting', () => {
      check('answers when it is empty', async (warehouse) => {
        expect(await warehouse.position()).toBe(0)
        expect(await ask(warehouse, rate(useful))).toEqual([{ slice: null, statistics: shares(0, 0) }])
        expect(await ask(warehouse, { op: 'quantile', q: 0.5, of: cost, ...rows })).toEqual([
          { slice: null, statistics: { kind: 'order', n: 0, value: null, low: null, high: null } },
        ])
      })

      check('skips what it has', async (warehouse) => {
        const entries = tenDecisions()
        await warehouse.project(entries.slice(0, 30))
        expect(await warehouse.position()).toBe(30)
        await warehouse.project(entries.slice(0, 20))
        await warehouse.project(entries)
        await warehouse.project(entries)
        expect(await warehouse.position()).toBe(entries.length)
        expect((await ask(warehouse, rate(useful)))[0]?.statistics).toEqual(shares(8, 4))
        expect((await ask(warehouse, rate(examined)))[0]?.statistics).toEqual(shares(7, 3))
      })

      check('keeps the order of calls that do not wait', async (warehouse) => {
        const entries = tenDecisions()
        await Promise.all([
          warehouse.project(entries.slice(0, 15)),
          warehouse.project(entries.slice(15, 40)),
          warehouse.project(entries.slice(40)),
        ])
        expect(await warehouse.position()).toBe(entries.length)
        expect((await ask(warehouse, rate(useful)))[0]?.statistics).toEqual(shares(8, 4))
      })

      check('takes whatever a log may hold', async (warehouse) => {
        const odd = 'x"\'\\$1;--\0 é \ud800 🎧'
        await warehouse.project([
          {
            position: 1,
            entry: decisionEntry({ id: odd, experience: odd, context: { [odd]: odd }, cost: Number.NaN }),
          },
          {
            position: 2,
            entry: decisionEntry({ id: 'b', predictions: [], timings: {}, propensity: Infinity }),
          },
          { position: 7, entry: backEntry(odd, { name: odd, value: odd, key: odd }) },
          { position: 8, entry: backEntry('b', { name: odd, value: 'long '.repeat(1_000_000) }) },
          { position: 9, entry: backEntry('b', { name: odd, value: [1, [2, { a: null }]] }) },
        ])
        const feedback: readonly FeedbackShape[] = [{ name: odd, kind: 'feedback', keep: 'first' }]
        const share = async (of: Expression) => (await ask(warehouse, rate(of), { feedback }))[0]?.statistics
        expect(await share(is({ op: 'feedback', name: odd }, odd))).toEqual(shares(2, 1))
        expect(await share(is({ op: 'experience' }, odd))).toEqual(shares(2, 1))
        expect(await share(is({ op: 'context', path: [odd] }, odd))).toEqual(shares(1, 1))
        for (const op of ['cost', 'propensity', 'latency', 'prediction'] as const)
          expect(await share({ op: 'known', of: { op } })).toEqual(shares(2, 1))
        expect(await warehouse.position()).toBe(9)
      })
    })

    armsChecks({ describe, it, expect }, check)

    describe('refusals', () => {
      const wrong: readonly (readonly [string, Measure])[] = [
        ['feedback it has no shape for', rate(feedback('missing'))],
        ['a quantile of 1', { op: 'quantile', q: 1, of: cost, ...rows }],
        ['half a bin', { op: 'calibrationError', score: prediction, label: useful, bins: 0.5, ...rows }],
        ['a context field without a path', rate({ op: 'context', path: [] })],
        ['a number that is none', rate(is(cost, Number.NaN))],
      ]
      for (const [name, measure] of wrong)
        it(`refuses ${name}`, () =>
          full(async (warehouse) => {
            expect(await codeOf(ask(warehouse, measure))).toBe('measure-invalid')
          }))

      it('refuses all after close', async () => {
        const warehouse = await (await subject.store())()
        await warehouse.close()
        await warehouse.close()
        expect(await codeOf(warehouse.position())).toBe('warehouse-unavailable')
        expect(await codeOf(warehouse.project(tenDecisions()))).toBe('warehouse-unavailable')
        expect(await codeOf(ask(warehouse, rate(useful)))).toBe('warehouse-unavailable')
        const units = { flight: 'trial', unit: 'person', counts: 'decided' } as const
        const arms = { system: 'tax-filing', units, measures: [], now }
        expect(await codeOf(warehouse.arms(arms))).toBe('warehouse-unavailable')
      })
    })

    it('is as far as it was after it was closed', async ({ skip }) => {
      if (subject.forgets !== undefined) return skip(subject.forgets)
      const open = await subject.store()
      const first = await open()
      await first.project(tenDecisions())
      await first.close()
      const second = await open()
      try {
        expect(await second.position()).toBe(tenDecisions().length)
        expect((await ask(second, rate(useful)))[0]?.statistics).toEqual(shares(8, 4))
      } finally {
        await second.close()
      }
    })
  })
}

type Use = (warehouse: Warehouse) => Promise<void>

/** Lends one warehouse to all who only ask it; one to each where the runner does not say when the last has asked. */
function lent({ afterAll }: Runner, open: () => Promise<Warehouse>): (use: Use) => Promise<void> {
  if (afterAll === undefined) {
    return async (use) => {
      const warehouse = await open()
      await use(warehouse).finally(() => warehouse.close())
    }
  }
  let opening: Promise<Warehouse> | undefined
  afterAll(async () => (await opening)?.close())
  return async (use) => {
    opening ??= open()
    await use(await opening)
  }
}

/** Answers by slice and time, null first. */
function inOrder(answers: readonly MeasureAnswer[]): readonly MeasureAnswer[] {
  const place = ({ slice, from = 0 }: MeasureAnswer) => `${slice === null ? '' : String(slice)} ${from}`
  return answers.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
}

/** Sums in whatever order they were added agree in twelve digits. */
function rounded(of: unknown): unknown {
  return JSON.parse(JSON.stringify(of), (_, value) =>
    typeof value === 'number' ? Number(value.toPrecision(12)) : value,
  )
}
