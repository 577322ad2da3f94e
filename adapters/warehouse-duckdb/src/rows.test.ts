import { listValue } from '@duckdb/node-api'
import { backEntry, decisionEntry, eventEntry } from 'holon/testing'
import { expect, test } from 'vitest'
import { rowsOf } from './rows.ts'

const at = (position: number, entry: Parameters<typeof rowsOf>[0][number]['entry']) => ({ position, entry })

test('entries are sorted into tables, and what says nothing to a measure is passed over', () => {
  const rows = rowsOf([
    at(1, eventEntry()),
    at(2, decisionEntry({ id: 'd' })),
    at(3, backEntry('d', { value: 0.5, key: 'k' })),
    at(4, backEntry('d', { kind: 'exposure', name: 'exposure' })),
    at(5, backEntry('d', { value: null })),
    at(6, backEntry('d', { sealed: 'c2VhbGVk' })),
    at(7, { kind: 'retraction', decision: 'd', at: 0, name: 'useful' }),
  ])
  expect(rows.decisions.map((row) => row.position)).toEqual([2n])
  expect(
    rows.back.map(({ position, number, text, truth, key }) => ({ position, number, text, truth, key })),
  ).toEqual([
    { position: 3n, number: 0.5, text: null, truth: null, key: 'k' },
    { position: 4n, number: null, text: null, truth: true, key: null },
    { position: 6n, number: null, text: null, truth: null, key: null },
  ])
  expect(rows.retractions).toEqual([{ position: 7n, decision: 'd', name: 'useful', key: null }])
})

test('a decision met the flights whose arms could have differed', () => {
  const flown = (fields: Parameters<typeof decisionEntry>[0]) =>
    rowsOf([at(1, decisionEntry(fields))]).decisions.map(({ flights, arms }) => ({ flights, arms }))
  expect(flown({ arms: { a: 'old', b: 'new', c: 'old' }, alike: ['b'] })).toEqual([
    { flights: listValue(['a', 'c']), arms: listValue(['old', 'old']) },
  ])
  expect(flown({ arms: { b: 'new' }, alike: ['b'] })).toEqual([{ flights: null, arms: null }])
})

test('a context becomes JSON that DuckDB reads', () => {
  const context = { half: 'a\ud800', escaped: '\\ud800', whole: '🎧', quoted: '"\\"' }
  const [row] = rowsOf([at(1, decisionEntry({ context }))]).decisions
  expect(JSON.parse(row?.context as string)).toEqual({ ...context, half: 'a\ufffd' })
  expect(row?.context).not.toMatch(/(^|[^\\])\\ud8/)
})
