import type { Expression, MeasureQuery } from 'holon'
import { describe, expect, test } from 'vitest'
import { compile } from './compile.ts'

const decision = "a'; DROP TABLE decisions; --"
const useful: Expression = { op: 'feedback', name: "u'" }
const query: MeasureQuery = {
  system: "s'",
  measure: { op: 'rate', of: useful, decision, per: 'decision' },
  feedback: [{ name: "u'", kind: 'feedback', keep: 'last' }],
  now: 0,
}
const joins = (sql: string) => sql.split('LEFT JOIN').length - 1

describe('a query', () => {
  test('is one statement in which every name is quoted', () => {
    const { sql } = compile(query)
    // Without its texts a statement has no quote, no end and no comment left.
    const bare = sql.replaceAll(/'(?:[^']|'')*'/g, '')
    expect(bare).not.toMatch(/['";]|--/)
    for (const name of ["'s'''", "'u'''", "'a''; DROP TABLE decisions; --'"]) expect(sql).toContain(name)
  })

  test('joins what came back under a name once, and only what is asked for', () => {
    const twice: Expression = { op: 'and', of: [useful, { op: 'known', of: useful }] }
    expect(joins(compile({ ...query, measure: { ...query.measure, among: twice } }).sql)).toBe(1)
    expect(joins(compile({ ...query, measure: { op: 'count', decision, per: 'decision' } }).sql)).toBe(0)
  })

  test('gathers only the feedback of its decisions where few are asked for', () => {
    const over = (more: Partial<MeasureQuery>) => compile({ ...query, ...more }).sql
    expect(over({})).not.toContain('JOIN decisions')
    expect(over({ from: 5 })).toContain('JOIN decisions')
    expect(over({ feedback: [{ name: "u'", kind: 'outcome', keep: 'last', within: '1 day' }] })).toContain(
      'JOIN decisions',
    )
  })
})
