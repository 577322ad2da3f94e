import type { ArmsQuery, Expression, Measure } from 'holon'
import { describe, expect, test } from 'vitest'
import { compileArms } from './compile-arms.ts'

const decision = "a'; DROP TABLE decisions; --"
const useful: Expression = { op: 'feedback', name: "u'" }
const rate: Measure = { op: 'rate', of: useful, decision, per: 'decision' }
const feedback = [{ name: "u'", kind: 'feedback', keep: 'last' }] as const
const query: ArmsQuery = {
  system: "s'",
  units: { flight: "f'", decision: "d'", unit: 'person', counts: 'exposed' },
  measures: [{ measure: rate, feedback }],
  now: 0,
  slice: { op: 'context', path: ["p'"] },
}
const asksOf = (...measures: readonly Measure[]) =>
  compileArms({ ...query, measures: measures.map((measure) => ({ measure, feedback })) }).asks.slice(1)

describe('a query of arms', () => {
  test('is statements in which every name is quoted', () => {
    const { prepare, asks } = compileArms(query)
    const all = [...prepare, ...asks].join('\n')
    // Without their texts statements have no quote, no end and no comment left.
    expect(all.replaceAll(/'(?:[^']|'')*'/g, '')).not.toMatch(/['";]|--/)
    for (const name of ["'s'''", "'f'''", "'d'''", "'u'''", "'/p'''", "'a''; DROP TABLE decisions; --'"])
      expect(all).toContain(name)
  })

  test('reads a decision point once for all of its measures, and joins their feedback once', () => {
    const among: Measure = { ...rate, among: useful }
    const perPerson: Measure = { ...rate, per: 'person' }
    const [one, ...more] = asksOf(rate, among, perPerson)
    expect(more).toEqual([])
    expect(one?.match(/FROM decisions d/g)).toHaveLength(1)
    expect(one?.match(/LEFT JOIN/g)).toHaveLength(1)
  })

  test('reads it again for what is averaged over something else, and for what needs its rows together', () => {
    const perEpisode: Measure = { ...rate, per: 'episode' }
    const median: Measure = { op: 'quantile', q: 0.5, of: { op: 'cost' }, decision, per: 'decision' }
    expect(asksOf(rate, perEpisode, { ...rate, decision: 'b' }, median)).toHaveLength(4)
  })
})
