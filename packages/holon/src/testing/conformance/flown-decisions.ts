import type { FeedbackShape } from '../../spec/measure.ts'
import type { Stored } from '../../spec/ports.ts'
import type { DecisionEntry, Entry } from '../../spec/record.ts'
import { backEntry, decisionEntry } from '../entries.ts'
import { hour, midnight } from './ten-decisions.ts'

/** How the feedback of these decisions joins. */
export const flownShapes: readonly FeedbackShape[] = [
  { name: 'useful', kind: 'feedback', keep: 'last' },
  { name: 'examined', kind: 'outcome', keep: 'last', within: '2 hours', otherwise: false },
]

/** A decision: its point, person and episode, and its arm of the flight `trial`, if any. */
interface Flown {
  readonly at: number
  readonly cost: number
  readonly point?: string
  readonly person?: string
  readonly episode?: string
  readonly arms?: Readonly<Record<string, string>>
  readonly alike?: readonly string[]
  readonly system?: string
  readonly region?: string
}

/** By id. Anna and Alan meet the old arm, Bea and Bob the new one, Xena both. */
const flown: Readonly<Record<string, Flown>> = {
  m1: { at: 0, cost: 1, person: 'anna', episode: 'e1' },
  m2: { at: 1, cost: 2, person: 'anna', episode: 'e1', arms: { trial: 'old' }, alike: ['trial'] },
  m3: { at: 2, cost: 4, person: 'anna', episode: 'e2', arms: { trial: 'old' }, region: 'north' },
  m4: { at: 3, cost: 8, person: 'anna', episode: 'e7', region: 'south' },
  m5: { at: 2, cost: 16, person: 'alan', episode: 'e3', arms: { trial: 'old' }, region: 'south' },
  m6: { at: 1, cost: 32, person: 'bea', episode: 'e4' },
  m7: {
    at: 3,
    cost: 64,
    person: 'bea',
    episode: 'e4',
    arms: { trial: 'new', kept: 'free' },
    region: 'south',
  },
  m8: { at: 4, cost: 128, person: 'bob', episode: 'e5', arms: { trial: 'new' }, region: 'north' },
  m9: { at: 2, cost: 256, person: 'xena', episode: 'e6', arms: { trial: 'old' } },
  m10: { at: 5, cost: 512, person: 'xena', episode: 'e6', arms: { trial: 'new' } },
  m11: { at: 2, cost: 1024, arms: { trial: 'new' } },
  r1: { at: 1, cost: 3, person: 'anna', point: 'return' },
  r2: { at: 4, cost: 5, person: 'anna', point: 'return', arms: { kept: 'held' } },
  r3: { at: 4, cost: 7, person: 'bea', point: 'return', arms: { kept: 'free' } },
  r4: { at: 6, cost: 11, person: 'bea', point: 'return' },
  s1: { at: 3, cost: 9999, person: 'anna', system: 'another', arms: { trial: 'old' } },
}

/** Decisions under a flight named `trial` and a holdout named `kept`, and what came back, small enough to count by hand. */
export function flownDecisions(): readonly Stored[] {
  const useful = (id: string, value: boolean) => backEntry(id, { name: 'useful', value })
  const exposed = (id: string): Entry => ({ kind: 'exposure', decision: id, at: midnight, name: 'exposure' })
  const entries: Entry[] = [
    ...Object.entries(flown).map(([id, one]) => entryOf(id, one)),
    ...['m3', 'm5', 'm7'].map(exposed),
    { kind: 'retraction', decision: 'm3', at: midnight, name: 'exposure' },
    ...['m3', 'm5', 'm6'].map((id) => useful(id, true)),
    ...['m1', 'm4', 'm7'].map((id) => useful(id, false)),
    backEntry('m3', { kind: 'outcome', name: 'examined', value: true, at: midnight + 3 * hour }),
    backEntry('m5', { kind: 'outcome', name: 'examined', value: true, at: midnight + 5 * hour }),
  ]
  return entries.map((entry, index) => ({ position: index + 1, entry }))
}

function entryOf(id: string, { at, point = 'meter', region = 'north', ...fields }: Flown): DecisionEntry {
  const { person: _, ...nobody } = decisionEntry()
  return { ...nobody, id, at: midnight + at * hour, decision: point, context: { region }, ...fields }
}
