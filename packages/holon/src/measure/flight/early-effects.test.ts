import { expect, test } from 'vitest'
import type { FeedbackShape, Measure } from '../../spec/measure.ts'
import type { ArmAnswer, Stored } from '../../spec/ports.ts'
import type { Entry } from '../../spec/record.ts'
import { seededRandom } from '../../stats/random/seeded.ts'
import { backEntry, decisionEntry } from '../../testing/entries.ts'
import { arms } from '../arms/arms.ts'
import { Joinables } from '../joinables.ts'
import { type AskArms, earlyEffects } from './early-effects.ts'

const day = 86_400_000
const days = 30
const shapes: readonly FeedbackShape[] = [
  { name: 'bought', kind: 'outcome', keep: 'last', within: '10 days', otherwise: false },
]
const bought: Measure = {
  ...{ op: 'rate', of: { op: 'feedback', name: 'bought' }, decision: 'offer', per: 'person' },
}

interface Behaviour {
  readonly rate: number
  /** Days until somebody buys, on average. */
  readonly after: number
}

/** People who are offered something twice on one day, half of them in each arm. */
function logOf(behaviours: Readonly<Record<string, Behaviour>>, people = 3000): Joinables {
  const random = seededRandom('offers')
  const entries: Entry[] = []
  const names = Object.keys(behaviours)
  for (let i = 0; i < people; i += 1) {
    const arm = names[i % names.length] ?? ''
    const { rate = 0, after = 1 } = behaviours[arm] ?? {}
    const at = Math.floor((i * days * day) / people)
    for (const id of [`a${i}`, `b${i}`]) {
      const person = `p${i}`
      entries.push(decisionEntry({ id, at, system: 's', decision: 'offer', person, arms: { f: arm } }))
      const came = at - after * Math.log(1 - random.next()) * day
      if (random.next() < rate && came <= days * day)
        entries.push(backEntry(id, { at: came, name: 'bought', value: true }))
    }
  }
  return Joinables.of(entries.map((entry, i): Stored => ({ position: i + 1, entry })))
}

const asking =
  (log: Joinables): AskArms =>
  async (measures) => {
    const answers = arms(
      {
        ...{ system: 's', now: days * day },
        units: { flight: 'f', unit: 'person', counts: 'decided', decision: 'offer' },
        measures: measures.map((measure) => ({
          measure,
          feedback: shapes.map((shape) => ({ ...shape, soFar: true })),
        })),
      },
      log,
    )
    return measures.map(
      (_, i) =>
        new Map(
          answers.flatMap(({ arm, statistics }: ArmAnswer) => {
            const own = statistics[i]
            return own === undefined ? [] : [[arm, own] as const]
          }),
        ),
    )
  }

const early = (behaviours: Readonly<Record<string, Behaviour>>, people?: number) =>
  earlyEffects(['usual', 'new'], bought, shapes, asking(logOf(behaviours, people)), { tightAt: 4000 })

test('people who only buy sooner are not taken for more', async () => {
  const { effects: [effect] = [] } =
    (await early({ usual: { rate: 0.3, after: 3 }, new: { rate: 0.3, after: 0.3 } })) ?? {}
  expect(effect?.arrived).toBeGreaterThan(0.95)
  expect(effect?.controlArrived).toBeLessThan(0.8)
  expect(effect?.value).toBeCloseTo(0.3, 1)
  expect(effect?.absolute?.interval[0]).toBeLessThan(0)
  expect(effect?.absolute?.interval[1]).toBeGreaterThan(0)
  // One curve for both would see a quarter more.
  expect(Math.abs(effect?.absolute?.estimate ?? 1)).toBeLessThan(0.04)
})

test('people who buy more are seen before they count', async () => {
  const { effects: [effect] = [] } =
    (await early({ usual: { rate: 0.2, after: 3 }, new: { rate: 0.4, after: 3 } })) ?? {}
  const [low = 1, high = 0] = effect?.absolute?.interval ?? []
  expect(low).toBeGreaterThan(0)
  expect(low).toBeLessThan(0.2)
  expect(high).toBeGreaterThan(0.2)
  expect(effect).toMatchObject({ arm: 'new', pValue: expect.any(Number) })
})

test('an arm of which it is not known how soon answers come has no effect yet', async () => {
  const found = await early({ usual: { rate: 0.3, after: 3 }, new: { rate: 0, after: 3 } })
  expect(found).toEqual({
    within: '10 days',
    effects: [],
    because:
      'How soon answers come in "new" is not known yet: it takes 10 answers to decisions at least 10 days old, and there are 0.',
  })
})

test('nothing is expected where nothing waits, or nobody knows how', async () => {
  const asked = asking(logOf({ usual: { rate: 0.3, after: 3 }, new: { rate: 0.3, after: 3 } }, 60))
  const useful: Measure = { op: 'rate', of: { op: 'degraded' }, decision: 'offer', per: 'person' }
  expect(await earlyEffects(['usual', 'new'], useful, shapes, asked, { tightAt: 60 })).toBeUndefined()
})
