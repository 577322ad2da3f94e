import type { FeedbackShape } from '../../spec/measure.ts'
import type { Stored } from '../../spec/ports.ts'
import type { BackEntry, DecisionEntry, Entry } from '../../spec/record.ts'
import { backEntry, decisionEntry, eventEntry } from '../entries.ts'

/** Midnight, the time of the first decision. */
export const midnight = Date.UTC(2025, 0, 1)

/** Milliseconds of an hour. */
export const hour = 3_600_000

/** When the reference answers are asked for: the windows of the first seven decisions have passed. */
export const now = midnight + 5.5 * hour

/** How the feedback of the ten decisions joins. */
export const shapes: readonly FeedbackShape[] = [
  { name: 'useful', kind: 'feedback', keep: 'last' },
  { name: 'hours', kind: 'correction', keep: 'sum' },
  { name: 'warned', kind: 'feedback', keep: 'any' },
  { name: 'comment', kind: 'feedback', keep: 'last' },
  { name: 'examined', kind: 'outcome', keep: 'last', within: '2 hours', otherwise: false },
]

/** Hour, person, experience, prediction (undefined: the model failed). The n-th costs n. */
const made: readonly (readonly [number, string | undefined, string, number | undefined])[] = [
  [0, 'p1', 'meter', 0.9],
  [0.5, 'p1', 'nothing', 0.1],
  [1, 'p1', 'meter', 0.8],
  [1.5, 'p2', 'nothing', 0.3],
  [2, 'p2', 'meter', 0.8],
  [2.5, 'p3', 'meter', 0.6],
  [3, 'p3', 'nothing', 0.2],
  [3.5, undefined, 'meter', 0.7],
  [4, undefined, 'meter', undefined],
  [4.5, 'p4', 'nothing', 0.4],
]

/** Decision, name, hour of arrival, value, key; no value: a retraction. */
const came: readonly (readonly [number, string, number, BackEntry['value']?, string?])[] = [
  [1, 'useful', 1, true],
  [2, 'useful', 1, false],
  [3, 'useful', 2, true],
  [3, 'useful', 3, false],
  [4, 'useful', 2, true],
  [4, 'useful', 3],
  [5, 'useful', 3, true],
  [6, 'useful', 3, true, 'k'],
  [6, 'useful', 4, false, 'k'],
  [8, 'useful', 4, true],
  [9, 'useful', 5, true],
  [10, 'useful', 5, false],
  [1, 'examined', 1, true],
  [2, 'examined', 3.5, true],
  [4, 'examined', 3.5, true],
  [5, 'examined', 3, true, 'irs'],
  [5, 'examined', 5, false, 'irs'],
  [6, 'examined', 3.5, true],
  [6, 'examined', 5.4],
  [10, 'examined', 5, true],
  [1, 'hours', 1, 1.5],
  [1, 'hours', 2, 2.5],
  [2, 'hours', 1, 4, 'a'],
  [2, 'hours', 2, 1],
  [2, 'hours', 3, 6, 'a'],
  [1, 'warned', 1, false],
  [1, 'warned', 2, true],
  [2, 'warned', 1, true, 'a'],
  [2, 'warned', 2, false, 'a'],
  [1, 'comment', 1, { lines: ['wages'] }],
  [2, 'comment', 1, 'it is "fine", isn\'t it? 表 🎧'],
  [3, 'comment', 1, null],
]

/** Ten decisions and what came back for them, small enough to count by hand, among entries that are about something else. */
export function tenDecisions(): readonly Stored[] {
  const entries: Entry[] = [
    eventEntry({ at: midnight }),
    ...made.map(decisionOf),
    decisionEntry({ id: 'd11', at: midnight, decision: 'another' }),
    decisionEntry({ id: 'd12', at: midnight, system: 'another' }),
    backEntry('d1', { kind: 'exposure', name: 'exposure', value: true }),
    backEntry('d2', { kind: 'exposure', name: 'exposure', value: true }),
    backEntry('d3', { kind: 'exposure', name: 'exposure', value: true }),
    backEntry('d3', { kind: 'retraction', name: 'exposure' }),
    backEntry('unknown', { name: 'useful', value: true }),
    backEntry('d11', { name: 'useful', value: true }),
    backEntry('d4', { name: 'comment', sealed: 'AVx2u0eJ', person: 'p2' }),
    ...came.map(([of, name, at, value, key]): Entry => {
      const entry = { at: midnight + at * hour, name, ...(key !== undefined && { key }) }
      if (value === undefined) return { kind: 'retraction', decision: `d${of}`, ...entry }
      return backEntry(`d${of}`, { ...entry, value })
    }),
  ]
  return entries.map((entry, index) => ({ position: index + 1, entry }))
}

function decisionOf([at, person, experience, prediction]: (typeof made)[number], index: number) {
  const said = { model: 'audit-risk', version: '3', calibrated: true }
  const entry: DecisionEntry = decisionEntry({
    id: `d${index + 1}`,
    at: midnight + at * hour,
    experience,
    predictions: [
      prediction === undefined
        ? { ...said, raw: 'NaN', fault: { code: 'model-not-finite', message: 'It said NaN.' } }
        : { ...said, value: prediction },
      { model: 'worth', version: '1', calibrated: true, value: index },
    ],
    interventions:
      index < 3
        ? [{ guardrail: 'calm', did: 'replace', from: 'review', to: experience, because: 'Late.' }]
        : [],
    ...(experience === 'meter' && {
      audits: { useful: { share: index < 4 ? 0.25 : 0.5, asked: index % 4 === 0 } },
    }),
    timings: { predict: index, choose: 1 },
    degraded: prediction === undefined,
    cost: index + 1,
    context: { region: index % 2 === 0 ? 'north' : 'south', lines: [index], 'a/b~c': { '"': index > 4 } },
  })
  const { person: _, ...nobody } = entry
  return person === undefined ? nobody : { ...nobody, person }
}
