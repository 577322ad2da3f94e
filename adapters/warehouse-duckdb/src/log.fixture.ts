import fc from 'fast-check'
import type { Entry, Stored } from 'holon'
import { backEntry, decisionEntry, eventEntry } from 'holon/testing'

const hour = 3_600_000

/** Half hours of a day. */
export const time = fc.integer({ min: 0, max: 24 }).map((half) => (half * hour) / 2)

/** Numbers whose sums are exact in any order, so that ties are ties for everyone. */
const number = fc.oneof(
  fc.integer({ min: -8, max: 8 }).map((eighths) => eighths / 8),
  fc.constantFrom(0, 0.5, 1, 3, -0, 1024),
)
const word = fc.constantFrom('', 'a', 'b', "it's", '表')

/** A number, text or boolean. */
export const anything = fc.oneof(number, word, fc.boolean())
const json = fc.oneof(
  { weight: 6, arbitrary: anything },
  fc.constant(null),
  fc.constant(['a', 0.5]),
  fc.constant({ a: true }),
)

/** A value, or undefined that many times out of ten. */
export const without = <T>(tenths: number, arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: tenths, arbitrary: fc.constant(undefined) }, { weight: 10 - tenths, arbitrary })

const someone = without(1, fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5'))
const id = fc.integer({ min: 0, max: 39 }).map((number) => `d${number}`)

/** A record without the fields that are undefined. */
export function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}

const prediction = fc
  .record({
    model: fc.constantFrom('first', 'second'),
    value: without(
      1,
      fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 25 }).map((n) => n / 25) }, json),
    ),
  })
  .map((fields) => ({ version: '1', calibrated: true, ...defined(fields) }))

const audit = fc.record({ share: fc.constantFrom(0.02, 0.5, 1), asked: fc.boolean() })

/** Mostly one arm for a person and for an episode, now and then another one, or one of no importance. */
const arms = fc.record({
  flights: fc.subarray(['f', 'f', 'g']),
  alike: without(6, fc.subarray(['f', 'g'])),
  swapped: fc.integer({ min: 0, max: 79 }).map((drawn) => drawn === 0),
})

function armsOf(person: string | undefined, { flights, swapped }: { flights: string[]; swapped: boolean }) {
  const isNew = (person === 'p1' || person === 'p2' || person === 'p5') !== swapped
  return Object.fromEntries(flights.map((flight) => [flight, isNew ? 'new' : "o'ld"]))
}

const decision: fc.Arbitrary<Entry> = fc
  .record({
    id,
    at: time,
    system: fc.constantFrom('s', 's', 's', 's', 's', 'another'),
    decision: fc.constantFrom('d', 'd', 'd', 'd', 'd', 'another'),
    person: someone,
    episode: someone,
    experience: word,
    wanted: word,
    predictions: fc.array(prediction, { maxLength: 2 }),
    propensity: fc.oneof(number, fc.constantFrom(Number.NaN, Infinity)),
    cost: number,
    degraded: fc.boolean(),
    timings: fc.constantFrom({}, { predict: 0.25 }, { predict: 0.1, choose: 0.2 }),
    context: fc.record({ field: json, deep: fc.record({ 'a/~b': json }) }),
    guardrails: fc.subarray(['g', 'h']),
    flown: arms,
    audits: without(4, fc.dictionary(fc.constantFrom('truth', 'number'), audit, { maxKeys: 2 })),
  })
  .map(({ person, episode, guardrails, audits, flown, ...fields }) => {
    const { person: _p, episode: _e, ...plain } = decisionEntry(fields)
    const interventions = guardrails.map((guardrail) => ({
      guardrail,
      did: 'clamp' as const,
      from: 'a',
      to: 'b',
      because: '',
    }))
    return {
      ...plain,
      interventions,
      arms: armsOf(person, flown),
      ...defined({ person, episode, audits, alike: flown.alike }),
    }
  })

const back: fc.Arbitrary<Entry> = fc
  .record({
    decision: id,
    at: time,
    name: fc.constantFrom('truth', 'number', 'mixed'),
    kind: fc.constantFrom('feedback', 'feedback', 'correction', 'outcome', 'retraction'),
    key: without(6, fc.constantFrom('k', 'l')),
    value: json,
    sealed: without(9, fc.constant('c2VhbGVk')),
  })
  .map(({ value, ...fields }) => {
    const fitting = fields.name === 'truth' && typeof value === 'number' ? value > 0 : value
    return { ...backEntry(fields.decision), value: fitting, ...defined(fields) }
  })

const exposure: fc.Arbitrary<Entry> = fc
  .record({ decision: id, at: time, kind: fc.constantFrom('exposure', 'exposure', 'retraction') })
  .map((fields) => ({ name: 'exposure', ...fields }))

const entry = fc.oneof(
  { weight: 6, arbitrary: decision },
  { weight: 8, arbitrary: back },
  { weight: 1, arbitrary: exposure },
  { weight: 1, arbitrary: time.map((at): Entry => eventEntry({ at })) },
)
const appended = fc.record({ entry, gap: fc.integer({ min: 1, max: 3 }) })

/** A log with everything a measure may stumble over: doubles, retractions, late values, ties, gaps in positions, nothing at all. */
export const log: fc.Arbitrary<readonly Stored[]> = fc
  .oneof(
    { weight: 1, arbitrary: fc.array(appended, { maxLength: 10 }) },
    { weight: 4, arbitrary: fc.array(appended, { minLength: 100, maxLength: 200 }) },
  )
  .map((drawn) => {
    let position = 0
    return drawn.map(({ entry, gap }) => {
      position += gap
      return { position, entry }
    })
  })
