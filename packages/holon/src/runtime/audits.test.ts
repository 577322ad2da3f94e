import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { policy } from '../decide/policies/custom.ts'
import { thresholds } from '../decide/policies/thresholds.ts'
import { rate } from '../measure/build.ts'
import { memoryLog, memoryVault, virtualClock } from '../memory/index.ts'
import { chiSquareFit, seededRandom } from '../stats/index.ts'
import { decision } from '../system/decision.ts'
import { goal } from '../system/goal.ts'
import { model } from '../system/model.ts'
import { probability } from '../system/prediction.ts'
import { defineSystem } from '../system/system.ts'
import { open } from './open.ts'
import { reversingWarehouse } from './reversing.fixture.ts'

const sky = model('sky', {
  does: 'says',
  features: z.object({ clouds: z.number() }),
  predicts: probability(),
})

const tip = decision('tip', {
  does: 'gives a tip',
  context: z.object({ clouds: z.number(), place: z.enum(['hill', 'sea']).meta({ dataClass: 'public' }) }),
  example: { clouds: 0.4, place: 'hill' },
  model: sky.from(({ clouds }: { clouds: number }) => ({ clouds })),
  experiences: { nothing: { style: 'silent' }, tip: { style: 'annotate' } },
  policy: thresholds({ tip: 0.5 }, { otherwise: 'nothing' }),
  fallback: 'nothing',
  feedback: { useful: { value: z.boolean(), audit: { share: 0.25 } } },
  mistakes: [],
  variants: {
    early: { does: 'gives a tip sooner', policy: thresholds({ tip: 0.3 }, { otherwise: 'nothing' }) },
  },
})

const tips = defineSystem('tips', {
  purpose: 'good tips',
  people: [],
  decisions: [tip],
  goals: [
    goal('useful tips', {
      layer: 'user',
      why: 'it is what tips are for',
      measure: rate(tip.feedback.useful.is(true)),
      atLeast: 0.6,
    }),
    goal('people who answer when asked', {
      layer: 'leading',
      why: 'else the audit is deaf',
      measure: rate(tip.feedback.useful.known(), { among: tip.asked('useful').is(true) }),
      atLeast: 0.5,
    }),
  ],
})

const clouds = (of: number) => ({ clouds: of, place: 'hill' as const })

const opened = (log = memoryLog()) =>
  open(tips, {
    // Who is asked is drawn by a secret of the vault.
    vault: memoryVault(seededRandom(5)),
    warehouse: reversingWarehouse(),
    models: {
      sky: {
        version: { name: 'sky', version: '1', kind: 'function' },
        predict: ({ clouds: said }) => Number(said),
      },
    },
    log,
    random: seededRandom(11),
    clock: virtualClock(Date.UTC(2026, 0, 1)),
  })

/** One in ten is angry and says so unasked; of the others eight in ten answer when asked, and find it useful. */
async function visit(holon: Awaited<ReturnType<typeof opened>>, number: number, place: 'hill' | 'sea') {
  const seen = await holon.decide('tip', { clouds: 0.9, place }, { subject: `p${number}` })
  const angry = number % 10 === 0
  if (angry || (seen.audits.includes('useful') && number % 5 !== 1)) {
    await holon.feedback(seen.id, 'useful', !angry)
  }
  return seen
}

describe('an audit', () => {
  test('asks as often as its record says, and nobody after silence', async () => {
    const log = memoryLog()
    const holon = await opened(log)
    let asked = 0
    for (let number = 0; number < 2000; number += 1) {
      const { id, audits } = await holon.decide('tip', clouds(0.9))
      asked += audits.length
      const { record } = await holon.record(id)
      expect(record.audits).toEqual({ useful: { share: 0.25, asked: audits.length === 1 } })
    }
    expect(chiSquareFit([asked, 2000 - asked], [0.25, 0.75]).pValue).toBeGreaterThan(0.001)
    const silent = await holon.decide('tip', clouds(0.1))
    expect(silent.audits).toEqual([])
    expect((await holon.record(silent.id)).record).not.toHaveProperty('audits')
    await holon.close()
  })

  test('asks as often in every arm of a flight, and there only after what it is asked after', async () => {
    const holon = await opened()
    await holon.startFlight({
      ...{ name: 'sooner', about: 'Tips help sooner.', decision: 'tip', share: 1 },
      ...{ arms: { usual: {}, early: { variant: 'early' } }, by: 'a tester', reason: 'to see' },
    })
    const arms = new Map([
      ['usual', { seen: 0, asked: 0 }],
      ['early', { seen: 0, asked: 0 }],
    ])
    for (let number = 0; number < 2000; number += 1) {
      const seen = await holon.decide('tip', clouds(number % 2 === 0 ? 0.9 : 0.4), { subject: `p${number}` })
      const arm = arms.get(seen.arms.sooner ?? '')
      const { record } = await holon.record(seen.id)
      if (arm === undefined || seen.experience === 'nothing') expect(record).not.toHaveProperty('audits')
      else {
        arm.seen += 1
        arm.asked += seen.audits.length
        expect(record.audits).toEqual({ useful: { share: 0.25, asked: seen.audits.length === 1 } })
      }
    }
    for (const { seen, asked } of arms.values())
      expect(chiSquareFit([asked, seen - asked], [0.25, 0.75]).pValue).toBeGreaterThan(0.001)
    // The variant speaks to twice as many.
    expect(arms.get('early')?.seen).toBeGreaterThan(900)
    expect(arms.get('usual')?.seen).toBeLessThan(600)
    await holon.close()
  })

  test('replays to the bit, and answers the same under the same key', async () => {
    const holon = await opened()
    for (let number = 0; number < 30; number += 1) {
      const options = { subject: 'p', key: `k${number}` }
      const first = await holon.decide('tip', clouds(0.9), options)
      expect((await holon.decide('tip', clouds(0.9), options)).audits).toEqual(first.audits)
      expect((await holon.replay(first.id)).equal).toBe(true)
    }
    await holon.close()
  })
})

describe('a goal over audited feedback', () => {
  test('is of everybody, beside the number of those who answered', async () => {
    const holon = await opened()
    for (let number = 0; number < 1200; number += 1)
      await visit(holon, number, number % 2 === 0 ? 'hill' : 'sea')
    const [useful, responding] = await holon.goals({ slice: 'place' })
    const { audit } = useful ?? {}
    expect(audit?.whole).toMatchObject({ kind: 'estimate', method: 'audit' })
    expect(audit?.naive.value).toBe(0)
    expect(useful?.value).toBeCloseTo(0.9, 1)
    expect(useful?.interval?.[0]).toBeLessThan(0.9)
    expect(useful?.interval?.[1]).toBeGreaterThan(0.9)
    expect(useful?.status).toBe('met')
    expect(useful?.because).toMatch(
      /of everybody, by \d+ answers of \d+ asked at random, interval .* \(those who spoke up unasked say 0 of \d+\), target at least 0\.6/,
    )
    expect(audit?.whenAsked).toBeGreaterThan(0.7)
    expect(audit?.unasked).toBeCloseTo(0.1, 2)
    // The angry are all on the hill, where every fifth is.
    expect(useful?.slices?.map((one) => one.slice)).toEqual(['hill', 'sea'])
    const bySlice = new Map(useful?.slices?.map((one) => [one.slice, one]))
    expect(bySlice.get('hill')?.value).toBeCloseTo(0.8, 1)
    expect(bySlice.get('sea')?.value).toBe(1)
    expect(bySlice.get('sea')?.audit?.naive).toEqual({ value: null, interval: null, n: 0 })
    expect(responding?.value).toBeGreaterThan(0.7)
    expect(responding?.audit).toBeUndefined()
    await holon.close()
  })

  test('is bounds and inconclusive until enough who were asked have answered', async () => {
    const holon = await opened()
    for (let number = 1; number < 9; number += 1) await holon.decide('tip', clouds(0.9))
    const seen = await holon.decide('tip', clouds(0.9))
    await holon.feedback(seen.id, 'useful', true)
    const [useful] = await holon.goals()
    expect(useful).toMatchObject({
      value: null,
      status: 'inconclusive',
      audit: { whole: { kind: 'bounds' } },
    })
    expect((useful?.audit?.naive.n ?? 0) + (useful?.audit?.answered ?? 0)).toBe(1)
    expect(useful?.because).toMatch(/^bounds 0\.111 to 1: 8 of 9 said nothing/)
    await holon.close()
  })

  test('counts people who were erased as before', async () => {
    const holon = await opened()
    for (let number = 0; number < 400; number += 1) await visit(holon, number, 'hill')
    const [before] = await holon.goals()
    for (let number = 0; number < 400; number += 3) await holon.erase(`p${number}`)
    const [after] = await holon.goals()
    expect(after?.audit).toEqual(before?.audit)
    expect(after?.value).not.toBeNull()
    await holon.close()
  })
})

test.each([
  [{ share: 0 }, 'its share is 0'],
  [{ share: 1.5 }, 'its share is 1.5'],
  [{ share: Number.NaN }, 'its share is NaN'],
  [{ share: 0.5, after: ['note' as 'tip'] }, 'asks after "note"'],
  [{ share: 0.5, after: [] }, 'all experiences are silent'],
])('refuses %o', (audit, message) => {
  expect(() => decision('d', { ...parts, feedback: { useful: { value: z.boolean(), audit } } })).toThrow(
    message,
  )
})

test('refuses to audit where silence is an answer, or answers have no range', () => {
  const audit = { share: 0.5 }
  const declare = (useful: object) => () =>
    decision('d', { ...parts, feedback: { useful: { audit, value: z.boolean(), ...useful } } })
  expect(declare({ within: '1 day', otherwise: false })).toThrow('silence counts')
  expect(declare({ value: z.number() })).toThrow('averaged')
  expect(declare({ value: z.string() })).toThrow('averaged')
  expect(declare({ value: z.number().min(1).max(5) })).not.toThrow()
})

const parts = {
  does: 'gives a tip',
  context: z.object({}),
  example: {},
  experiences: { tip: { style: 'annotate' as const } },
  policy: policy<null, 'tip'>('always', () => ({ tip: 1 })),
  fallback: 'tip' as const,
  mistakes: [],
}
