import type { ArmsQuery, Expression, FeedbackShape, Measure } from 'holon'
import { day, start } from './days.ts'

const meter = { decision: 'meter', per: 'decision' } as const
const person = { decision: 'meter', per: 'person' } as const
const taxReturn = { decision: 'return', per: 'decision' } as const
const literal = (value: number | string): Expression => ({ op: 'literal', value })
const compare = (by: 'eq' | 'ge', left: Expression, right: Expression): Expression => ({
  op: 'compare',
  by,
  left,
  right,
})
const useful: Expression = { op: 'feedback', name: 'useful' }
const examined: Expression = { op: 'feedback', name: 'examined' }
const cost: Expression = { op: 'cost' }
const latency: Expression = { op: 'latency' }
const prediction: Expression = { op: 'prediction' }
const high = compare('ge', prediction, literal(0.5))
const shown = compare('eq', { op: 'experience' }, literal('meter'))

const shapes: readonly FeedbackShape[] = [
  { name: 'useful', kind: 'feedback', keep: 'last' },
  { name: 'examined', kind: 'outcome', keep: 'last', within: '7 days', otherwise: false },
]

/** A goal, and its numerator and denominator as one would write them by hand over rows for which a condition is true. */
interface Goal {
  readonly measure: Measure
  readonly sql: { readonly over: string; readonly under?: string; readonly when?: string }
}

/** Twenty goals, and of each what a row contributes as one would write it by hand: numerator, denominator, and when. */
export const goals: readonly Goal[] = [
  {
    measure: { op: 'rate', of: useful, ...meter },
    sql: { over: 'sum(useful::INT)', under: 'count(useful)' },
  },
  {
    measure: { op: 'rate', of: useful, among: high, ...meter },
    sql: { over: 'sum(useful::INT)', under: 'count(useful)', when: 'high' },
  },
  {
    measure: { op: 'rate', of: useful, among: shown, ...meter },
    sql: { over: 'sum(useful::INT)', under: 'count(useful)', when: 'shown' },
  },
  {
    measure: { op: 'rate', of: { op: 'known', of: useful }, ...meter },
    sql: { over: 'count(useful)', under: 'count(*)' },
  },
  {
    measure: { op: 'rate', of: examined, ...meter },
    sql: { over: 'sum(examined::INT)', under: 'count(examined)' },
  },
  {
    measure: { op: 'rate', of: examined, among: high, ...meter },
    sql: { over: 'sum(examined::INT)', under: 'count(examined)', when: 'high' },
  },
  { measure: { op: 'mean', of: latency, ...meter }, sql: { over: 'sum(latency)', under: 'count(latency)' } },
  { measure: { op: 'mean', of: cost, ...meter }, sql: { over: 'sum(cost)', under: 'count(cost)' } },
  { measure: { op: 'sum', of: cost, ...meter }, sql: { over: 'sum(cost)' } },
  { measure: { op: 'count', ...meter }, sql: { over: 'count(*)' } },
  { measure: { op: 'count', among: shown, ...meter }, sql: { over: 'count(*)', when: 'shown' } },
  {
    measure: { op: 'count', among: { op: 'not', of: useful }, ...meter },
    sql: { over: 'count(*)', when: 'NOT useful' },
  },
  {
    measure: { op: 'rate', of: { op: 'degraded' }, ...meter },
    sql: { over: 'sum(degraded::INT)', under: 'count(degraded)' },
  },
  {
    measure: { op: 'mean', of: prediction, among: useful, ...meter },
    sql: { over: 'sum(prediction)', under: 'count(prediction)', when: 'useful' },
  },
  {
    measure: { op: 'ratio', of: cost, over: latency, ...meter },
    sql: { over: 'sum(cost)', under: 'sum(latency)', when: 'cost IS NOT NULL AND latency IS NOT NULL' },
  },
  {
    measure: { op: 'rate', of: useful, ...person },
    sql: { over: 'avg(useful::INT)', under: '(count(useful) > 0)::INT' },
  },
  {
    measure: { op: 'mean', of: cost, ...person },
    sql: { over: 'avg(cost)', under: '(count(cost) > 0)::INT' },
  },
  { measure: { op: 'count', ...taxReturn }, sql: { over: 'count(*)' } },
  { measure: { op: 'sum', of: cost, ...taxReturn }, sql: { over: 'sum(cost)' } },
  {
    measure: { op: 'mean', of: latency, ...taxReturn },
    sql: { over: 'sum(latency)', under: 'count(latency)' },
  },
]

/** The scorecard, with what came in the week before as covariates. */
export const query: ArmsQuery = {
  system: 's',
  units: { flight: 'trial', decision: 'meter', unit: 'person', counts: 'decided' },
  measures: goals.map(({ measure }) => ({ measure, feedback: shapes })),
  now: start + 30 * day,
  before: '7 days',
}
