import { describe, expect, test } from 'vitest'
import type { FeedbackShape, Measure } from '../../spec/measure.ts'
import type { MeasureQuery, Stored } from '../../spec/ports.ts'
import type { Entry } from '../../spec/record.ts'
import { seededRandom } from '../../stats/random/seeded.ts'
import { backEntry, decisionEntry } from '../../testing/entries.ts'
import { answer } from '../answer.ts'
import { estimate } from '../estimate.ts'
import { Joinables } from '../joinables.ts'
import { waitingFor } from './waiting.ts'

const day = 86_400_000
const complained: FeedbackShape = {
  ...{ name: 'complained', kind: 'feedback', keep: 'last', within: '10 days', otherwise: false },
}
const useful: FeedbackShape = { name: 'useful', kind: 'feedback', keep: 'last' }
const rows = { decision: 'patrol', per: 'decision' } as const
const isTrue = (name: string): Measure => ({
  ...{ op: 'rate', of: { op: 'feedback', name }, ...rows },
})
const complaints = isTrue('complained')

interface Told {
  readonly days: number
  readonly perDay: number
  readonly rate: number
  /** Whether those who do not complain say so, and so do not wait for it. */
  readonly explicit?: boolean
  /** Decisions of one person on one day. */
  readonly each?: number
}

/** Complaints come after two days on average, within ten. */
function logOf({ days, perDay, rate, explicit = false, each = 1 }: Told): Joinables {
  const random = seededRandom(`${days} ${perDay}`)
  const entries: Entry[] = []
  for (let i = 0; i < days * perDay; i += 1) {
    const at = Math.floor((i * day) / perDay)
    const person = `p${Math.floor(i / each)}`
    entries.push(decisionEntry({ id: `d${i}`, at, system: 's', decision: 'patrol', person }))
    const complains = random.next() < rate
    let after = 11
    while (after > 10) after = -2 * Math.log(1 - random.next())
    const came = at + after * day
    if (came < days * day && (complains || explicit))
      entries.push(backEntry(`d${i}`, { at: came, name: 'complained', value: complains }))
  }
  return Joinables.of(entries.map((entry, i): Stored => ({ position: i + 1, entry })))
}

const queryOf = (days: number, measure: Measure, more: Partial<MeasureQuery> = {}): MeasureQuery => ({
  ...{ system: 's', measure, feedback: [complained, useful], now: days * day, ...more },
})

const waitingIn = (log: Joinables, query: MeasureQuery) =>
  waitingFor(async (asked) => answer(asked, log), query)

const town = logOf({ days: 40, perDay: 100, rate: 0.3 })

describe('what waits', () => {
  test('is of the last window, and counts when its oldest decision does', async () => {
    const waiting = await waitingIn(town, queryOf(40, complaints))
    expect(waiting).toMatchObject({ n: 1000, within: '10 days', next: 40 * day + 1 })
    const next = waiting?.next ?? Number.NaN
    const counts = (now: number) =>
      answer({ ...queryOf(40, complaints), now }, town).map(
        ({ statistics }) => estimate(complaints, statistics).n,
      )
    expect(counts(next - 1)).toEqual([3000])
    expect(counts(next)).toEqual([3001])
  })

  test('is nothing where nothing is awaited, or nothing new was decided', async () => {
    expect(await waitingIn(town, queryOf(40, isTrue('useful')))).toBeUndefined()
    expect(await waitingIn(town, queryOf(50.1, complaints))).toBeUndefined()
  })

  test('may count only some of them', async () => {
    const older = {
      ...complaints,
      among: { op: 'compare', by: 'ge', left: { op: 'age' }, right: { op: 'literal', value: 3 * day } },
    } as const
    expect(await waitingIn(town, queryOf(40, older))).toMatchObject({ n: 701 })
    const answered = { ...complaints, among: { op: 'feedback', name: 'complained' } } as const
    expect(await waitingIn(town, queryOf(40, answered))).toMatchObject({ n: 1000, early: null })
  })
})

describe('what to expect of it', () => {
  test('is near the truth, where early answers alone are far from it', async () => {
    const { early } = (await waitingIn(town, queryOf(40, complaints))) ?? {}
    expect(early?.value).toBeCloseTo(0.3, 1)
    expect(early?.interval?.[0]).toBeLessThan(0.3)
    expect(early?.interval?.[1]).toBeGreaterThan(0.3)
    // Two days on average, of ages spread over ten: 1 - (1 - e^-5) / 5 of it, the rest after the window.
    expect(early?.arrived).toBeCloseTo(0.8, 1)
    expect(early?.seenFrom).toBeGreaterThan(800)
    expect(early?.seenFrom).toBeLessThan(1000)
  })

  test('is the same of those who do not complain, turned around', async () => {
    const calm: Measure = {
      op: 'rate',
      of: { op: 'not', of: { op: 'feedback', name: 'complained' } },
      ...rows,
    }
    const { early } = (await waitingIn(town, queryOf(40, complaints))) ?? {}
    const { early: turned } = (await waitingIn(town, queryOf(40, calm))) ?? {}
    expect(turned?.value).toBeCloseTo(1 - (early?.value ?? Number.NaN), 12)
    expect(turned?.interval?.[0]).toBeCloseTo(1 - (early?.interval?.[1] ?? Number.NaN), 12)
    expect(turned?.interval?.[1]).toBeCloseTo(1 - (early?.interval?.[0] ?? Number.NaN), 12)
  })

  test('is the same where people also say that they do not complain', async () => {
    const told = { days: 40, perDay: 100, rate: 0.3 }
    const { early } = (await waitingIn(logOf(told), queryOf(40, complaints))) ?? {}
    const { early: explicit } =
      (await waitingIn(logOf({ ...told, explicit: true }), queryOf(40, complaints))) ?? {}
    expect(explicit).toEqual(early)
  })

  test('is the same per person where each has one decision, and right where each has several', async () => {
    const perPerson: Measure = {
      op: 'rate',
      of: { op: 'feedback', name: 'complained' },
      decision: 'patrol',
      per: 'person',
    }
    const { early } = (await waitingIn(town, queryOf(40, complaints))) ?? {}
    const { early: alone } = (await waitingIn(town, queryOf(40, perPerson))) ?? {}
    expect(alone?.value).toBeCloseTo(early?.value ?? Number.NaN, 3)
    expect(alone?.interval?.[0]).toBeCloseTo(early?.interval?.[0] ?? Number.NaN, 3)
    const shared = logOf({ days: 40, perDay: 100, rate: 0.3, each: 4 })
    const { early: several } = (await waitingIn(shared, queryOf(40, perPerson))) ?? {}
    expect(several?.value).toBeCloseTo(0.3, 1)
  })

  test('adds what came to what silence leaves', async () => {
    const cost = { op: 'cost' } as const
    const sum = {
      op: 'arithmetic',
      by: 'add',
      left: cost,
      right: { op: 'number', of: { op: 'feedback', name: 'complained' } },
    } as const
    const mean: Measure = { op: 'mean', of: sum, ...rows }
    const { early } = (await waitingIn(town, queryOf(40, complaints))) ?? {}
    const { early: found } = (await waitingIn(town, queryOf(40, mean))) ?? {}
    const [first] = answer(queryOf(40, { op: 'mean', of: cost, ...rows }), town)
    const cheap = first === undefined ? null : estimate(mean, first.statistics).value
    expect(found?.value).toBeCloseTo((cheap ?? Number.NaN) + (early?.value ?? Number.NaN), 12)
  })

  test('is not known before answers to older decisions are', async () => {
    const young = logOf({ days: 8, perDay: 100, rate: 0.3 })
    expect(await waitingIn(young, queryOf(8, complaints))).toMatchObject({
      ...{ n: 800, early: null, next: 10 * day + 1 },
      because:
        'How soon answers come is not known yet: it takes 10 answers to decisions at least 10 days old, and there are 0.',
    })
  })

  test('is of the period that is asked about, by all that is known of how soon answers come', async () => {
    const whole = await waitingIn(town, queryOf(40, complaints))
    const part = await waitingIn(town, queryOf(40, complaints, { from: 35 * day }))
    expect(part?.n).toBe(500)
    expect(part?.early?.seenFrom).toBe(whole?.early?.seenFrom)
    expect(part?.early?.arrived).toBeLessThan(whole?.early?.arrived ?? 0)
  })
})
