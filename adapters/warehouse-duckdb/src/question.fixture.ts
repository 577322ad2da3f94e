import fc from 'fast-check'
import type { Expression, FeedbackShape, Measure, MeasureQuery } from 'holon'
import { anything, defined, time, without } from './log.fixture.ts'

const plain: fc.Arbitrary<Expression> = fc.oneof(
  anything.map((value): Expression => ({ op: 'literal', value })),
  fc.constantFrom<Expression>(
    { op: 'experience' },
    { op: 'wanted' },
    { op: 'feedback', name: 'mixed' },
    { op: 'context', path: ['field'] },
    { op: 'context', path: ['deep', 'a/~b'] },
    { op: 'context', path: ['field', '0'] },
    { op: 'context', path: ['field', 'length'] },
    { op: 'context', path: ['deep', 'none'] },
  ),
)
const plainTruth = fc.constantFrom<Expression>(
  { op: 'feedback', name: 'truth' },
  { op: 'feedback', name: 'mixed' },
  { op: 'exposed' },
  { op: 'asked', name: 'truth' },
  { op: 'asked', name: 'mixed' },
  { op: 'degraded' },
  { op: 'guarded' },
  { op: 'guarded', guardrail: 'h' },
)
const plainNumber = fc.constantFrom<Expression>(
  { op: 'prediction' },
  { op: 'prediction', model: 'second' },
  { op: 'age' },
  { op: 'delay', name: 'truth' },
  { op: 'delay', name: 'number' },
  { op: 'delay', name: 'mixed' },
  { op: 'feedback', name: 'number' },
  { op: 'feedback', name: 'mixed' },
  { op: 'propensity' },
  { op: 'latency' },
  { op: 'askedWith', name: 'number' },
  { op: 'cost' },
  { op: 'literal', value: 1e200 },
)

/** Expressions of at most this depth, of the type that is asked for or, now and then, of another. */
function expressions(depth: number): Record<'any' | 'truth' | 'number', fc.Arbitrary<Expression>> {
  if (depth === 0)
    return { any: fc.oneof(plain, plainTruth, plainNumber), truth: plainTruth, number: plainNumber }
  const { any, truth, number } = expressions(depth - 1)
  const compare = <By extends 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge'>(
    by: fc.Arbitrary<By>,
    side: fc.Arbitrary<Expression>,
  ) => fc.record({ op: fc.constant('compare' as const), by, left: side, right: side })
  const larger = fc.oneof(
    truth,
    fc.record({ op: fc.constant('known' as const), of: any }),
    fc.record({ op: fc.constant('not' as const), of: truth }),
    fc.record({ op: fc.constantFrom('and' as const, 'or' as const), of: fc.array(truth, { maxLength: 3 }) }),
    compare(fc.constantFrom('eq' as const, 'ne' as const), any),
    compare(fc.constantFrom('lt' as const, 'le' as const, 'gt' as const, 'ge' as const), number),
  )
  const calculated = fc.oneof(
    number,
    fc.record({ op: fc.constant('number' as const), of: truth }),
    fc.record({
      op: fc.constant('arithmetic' as const),
      by: fc.constantFrom('add' as const, 'subtract' as const, 'multiply' as const, 'divide' as const),
      left: number,
      right: number,
    }),
  )
  return {
    any: fc.oneof(any, larger, calculated),
    truth: fc.oneof({ weight: 20, arbitrary: larger }, { weight: 1, arbitrary: any }),
    number: fc.oneof({ weight: 20, arbitrary: calculated }, { weight: 1, arbitrary: any }),
  }
}

const small = expressions(1)
const large = expressions(3)
/** An expression of any type. */
export const any = fc.oneof(small.any, large.any)
const truth = fc.oneof(plainTruth, small.truth, large.truth)
const number = fc.oneof(plainNumber, small.number, large.number)

const rows = fc
  .record({
    among: without(6, truth),
    per: fc.constantFrom('decision' as const, 'person' as const, 'episode' as const),
  })
  .map((fields) => ({ decision: 'd', ...defined(fields) }))
const eachRow = without(6, truth).map((among) => ({
  decision: 'd',
  per: 'decision' as const,
  ...defined({ among }),
}))

/** A measure of the decision `d`. */
export const measure: fc.Arbitrary<Measure> = fc.oneof(
  rows.map((part) => ({ op: 'count' as const, ...part })),
  fc.tuple(truth, rows).map(([of, part]) => ({ op: 'rate' as const, of, ...part })),
  fc
    .tuple(fc.constantFrom('mean' as const, 'sum' as const), number, rows)
    .map(([op, of, part]) => ({ op, of, ...part })),
  fc.tuple(number, number, rows).map(([of, over, part]) => ({ op: 'ratio' as const, of, over, ...part })),
  fc
    .tuple(fc.constantFrom(0.05, 0.25, 0.5, 0.9), number, rows)
    .map(([q, of, part]) => ({ op: 'quantile' as const, q, of, ...part })),
  fc
    .tuple(number, truth, eachRow)
    .map(([score, label, part]) => ({ op: 'auc' as const, score, label, ...part })),
  fc
    .tuple(fc.constantFrom(1, 3, 25), fc.oneof(plainNumber, number), truth, eachRow)
    .map(([bins, score, label, part]) => ({ op: 'calibrationError' as const, bins, score, label, ...part })),
)

/** A way in which feedback of a name joins. */
export const shape = (name: string): fc.Arbitrary<FeedbackShape> =>
  fc
    .record({
      kind: fc.constantFrom('feedback' as const, 'correction' as const, 'outcome' as const),
      keep: fc.constantFrom('last', 'first', 'any', 'sum', 'mean', 'max', 'min'),
      within: without(4, fc.constantFrom('1 hour' as const, '150 minutes' as const, '1 day' as const)),
      otherwise: without(5, anything),
      soFar: without(8, fc.boolean()),
    })
    .map((fields) => ({ name, ...defined(fields) }))

/** Anything that may be asked of a warehouse about the decision `d` of the system `s` of a drawn log. */
export const question: fc.Arbitrary<MeasureQuery> = fc
  .record({
    measure,
    feedback: fc.tuple(shape('truth'), shape('number'), shape('mixed')),
    now: time,
    from: without(8, time),
    to: without(8, time),
    slice: without(6, any),
    every: without(8, fc.constantFrom('3 hours' as const, '1 day' as const)),
  })
  .map((fields) => ({ system: 's', ...defined(fields) }))
