import type { Random } from '../spec/ports.ts'
import type { BackEntry, DecisionEntry, Entry, EventEntry } from '../spec/record.ts'

const morning = Date.UTC(2025, 3, 15, 8)

/** A decision of realistic content and size, about 700 bytes as JSON, with some fields of your own. */
export function decisionEntry(fields: Partial<DecisionEntry> = {}): DecisionEntry {
  const at = fields.at ?? morning
  return {
    kind: 'decision',
    id: decisionId(at, 0),
    at,
    system: 'tax-filing',
    decision: 'audit-risk-meter',
    person: '5d41402abc4b2a76b9719d911017c592',
    snapshot: 'sha256-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    context: { year: 2024, status: 'single' },
    predictions: [
      { model: 'audit-risk', version: '3', raw: 0.4375182, value: 0.2281736455, calibrated: true },
    ],
    probabilities: { nothing: 0.01, meter: 0.98, review: 0.01 },
    wanted: 'meter',
    experience: 'meter',
    propensity: 0.98,
    interventions: [],
    arms: {},
    draw: 0.3711829934,
    reason: 'policy',
    degraded: false,
    timings: { features: 0.011, predict: 0.084 },
    cost: 0,
    drop: 0,
    sealed: 'AVx2u0eJ5lRk3mYpQzT8n1wHc7bKf6dGs9aVoXiEr4tLyUjNqZhMvBgCxOPW0SDF',
    ...fields,
  }
}

/** A decision id as a log may meet it: ASCII, its time in front, so that later ones sort after earlier ones. */
export function decisionId(at: number, number: number): string {
  return `${at.toString(36).padStart(9, '0')}-${number.toString(36).padStart(8, '0')}-3q2-7w`
}

/** Feedback for a decision, with some fields of your own. */
export function backEntry(decision: string, fields: Partial<BackEntry> = {}): BackEntry {
  return { kind: 'feedback', decision, at: morning + 1000, name: 'useful', value: true, ...fields }
}

/** An event of a system, with some fields of your own. */
export function eventEntry(fields: Partial<EventEntry> = {}): EventEntry {
  return {
    kind: 'event',
    at: morning,
    system: 'tax-filing',
    name: 'model-broken',
    details: { model: 'audit-risk' },
    ...fields,
  }
}

const systems = ['tax-filing', 'toaster', 'Übersetzer 🎧']
const kinds = ['exposure', 'feedback', 'correction', 'outcome', 'retraction'] as const
const texts = ['', 'plain', 'line\nbreak', '"quoted"', 'naïve', '表', '🎧', '\u0000', '\u2028']

/**
 * A log of entries drawn by chance: decisions of several systems, what came back for earlier (now and then for unknown)
 * ones, events. The same chance draws the same entries.
 */
export function randomEntries(random: Random, count: number): readonly Entry[] {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random.next() * from.length)] as T
  const ids = [decisionId(morning - 1, 0)]
  return Array.from({ length: count }, (_, number): Entry => {
    const at = morning + number
    const kind = random.next()
    if (kind < 0.1) return eventEntry({ at, system: pick(systems), details: { text: pick(texts) } })
    if (kind < 0.5) {
      const value =
        random.next() < 0.5 ? pick(texts) : random.next() * 10 ** Math.floor(random.next() * 40 - 20)
      return backEntry(pick(ids), { at, kind: pick(kinds), value })
    }
    const id = decisionId(at, number)
    ids.push(id)
    return decisionEntry({
      id,
      at,
      system: pick(systems),
      draw: random.next(),
      context: { text: pick(texts) },
    })
  })
}
