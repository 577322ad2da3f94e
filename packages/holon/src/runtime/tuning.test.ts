import { expect, it } from 'vitest'
import { z } from 'zod'
import { expectedUtility } from '../decide/policies/expected-utility.ts'
import { memoryLog, memoryRegistry, memoryVault, virtualClock } from '../memory/index.ts'
import type { EventEntry } from '../spec/record.ts'
import { seededRandom } from '../stats/index.ts'
import { decision } from '../system/decision.ts'
import { defineSystem } from '../system/system.ts'
import { alarmSystem, saying } from './alarm.fixture.ts'
import { open } from './open.ts'
import { reversingWarehouse } from './reversing.fixture.ts'

const ports = () => ({
  log: memoryLog(),
  registry: memoryRegistry(),
  vault: memoryVault(),
  clock: virtualClock(Date.UTC(2026, 0, 1)),
  random: seededRandom(1),
  models: { scorer: saying((risk) => risk) },
})
const who = { by: 'the product owner', reason: 'sirens are worth more' }

it('says what logged decisions would have been, then makes them so, as a version that survives a restart', async () => {
  const kept = ports()
  const first = await open(alarmSystem, kept)
  for (let i = 0; i < 100; i++)
    await first.decide('alarm', { risk: i / 100, area: 'north' }, { subject: `p${i}` })
  const asked = { siren: { wrong: -1, interrupting: 0.5 } }
  const would = await first.whatIf('alarm', asked)
  expect(would.n).toBe(100)
  const at60 = would.cases.find((one) => one.prediction === 0.6)
  expect(at60).toMatchObject({ present: 'siren', proposed: 'siren' })
  expect(at60).not.toHaveProperty('utilities')
  const at40 = would.cases.find((one) => one.prediction === 0.4)
  expect(at40).toMatchObject({ present: 'note', proposed: 'siren' })
  expect(would.proposed.siren).toBeGreaterThan(would.present.siren ?? 1)
  expect(Object.values(would.proposed).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
  expect(would.thresholds?.map((one) => one.experience)).toEqual(['nothing', 'siren'])

  const before = first.document().snapshot
  const early = await first.decide('alarm', { risk: 0.4, area: 'north' })
  expect(await first.tune({ decision: 'alarm', experiences: asked, ...who })).toMatchObject({
    version: 1,
    changes: [
      { experience: 'siren', value: 'wrong', from: -6, to: -1 },
      { experience: 'siren', value: 'interrupting', from: 0, to: 0.5 },
    ],
  })
  expect(first.document().snapshot).not.toBe(before)
  expect(first.document().decisions[0]?.experiences[2]).toMatchObject({
    right: 6,
    wrong: -1,
    interrupting: 0.5,
  })
  await first.close()

  const holon = await open(alarmSystem, kept)
  expect((await holon.tunings()).map((one) => [one.version, one.by])).toEqual([[1, who.by]])
  const late = await holon.decide('alarm', { risk: 0.4, area: 'north' })
  expect((await holon.record(late.id)).record.utilities?.siren).toBeCloseTo(0.4 * 6 - 0.6 + 0.5, 12)
  const back = await holon.tune({ decision: 'alarm', experiences: {}, ...who })
  expect(back.changes.map(({ from, to }) => [from, to])).toEqual([
    [-1, -6],
    [0.5, 0],
  ])
  expect(
    (await holon.record((await holon.decide('alarm', { risk: 0.4, area: 'north' })).id)).record.utilities
      ?.siren,
  ).toBeCloseTo(-1.2, 12)
  for (const id of [early.id, late.id]) expect((await holon.replay(id)).equal).toBe(true)

  const events = (await kept.log.read(0, 1000)).map(({ entry }) => entry as EventEntry)
  expect(events.filter((one) => one.name === 'decision-tuned').map((one) => one.details.version)).toEqual([
    1, 2,
  ])
})

it('says what experiences would be worth where that is no line in the prediction', async () => {
  const lamp = decision('lamp', {
    does: 'lights',
    context: z.object({ dusk: z.number() }),
    example: { dusk: 0.5 },
    experiences: {
      dark: { style: 'silent' },
      light: { style: 'automate', right: 2, wrong: -1, chance: ({ context }) => context.dusk },
    },
    policy: expectedUtility(),
    fallback: 'dark',
    feedback: {},
    mistakes: [],
  })
  const holon = await open(defineSystem('lamps', { purpose: '', people: [], decisions: [lamp], goals: [] }))
  await holon.decide('lamp', { dusk: 0.5 })
  const { cases, thresholds } = await holon.whatIf('lamp', { light: { wrong: -3 } })
  expect(thresholds).toBeUndefined()
  expect(cases).toMatchObject([
    { present: 'light', proposed: 'dark', utilities: { dark: 0, light: 0.5 * 2 - 0.5 * 3 } },
  ])
})

it('refuses what it cannot put to work, and nobody’s change', async () => {
  const holon = await open(alarmSystem, ports())
  const code = (given: object) =>
    holon.tune({ decision: 'alarm', experiences: {}, ...who, ...given }).then(
      () => 'done',
      (error) => error.code,
    )
  expect(await code({ decision: 'alarms' })).toBe('name-unknown')
  expect(await code({ experiences: { sirene: { right: 1 } } })).toBe('name-unknown')
  expect(await code({ experiences: { siren: { right: Number.NaN } } })).toBe('input-invalid')
  expect(await code({ experiences: { siren: { style: 1 } } })).toBe('input-invalid')
  expect(await code({ by: '' })).toBe('input-invalid')
  expect(await holon.tunings()).toEqual([])
})

it('reports interruptions of people and interventions over time', async () => {
  const kept = ports()
  const holon = await open(alarmSystem, { ...kept, warehouse: reversingWarehouse() })
  for (let i = 0; i < 40; i++) {
    await holon.decide(
      'alarm',
      { risk: 0.9, area: i % 2 === 0 ? 'north' : 'south' },
      { subject: `p${i % 4}` },
    )
    kept.clock.advance(180_000)
  }
  const { interruptions, interventions } = await holon.experience('alarm')
  expect(interruptions.perPerson).toMatchObject({ people: 4, mean: expect.any(Number) })
  const hours = [Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 1, 1)]
  for (const { times } of [interruptions, ...interventions])
    expect(times.map((one) => [one.from, one.of])).toEqual(hours.map((from) => [from, 20]))
  const loud = interruptions.times.reduce((sum, one) => sum + one.n, 0)
  expect((interruptions.perPerson.mean ?? 0) * 4).toBeCloseTo(loud, 9)
  expect(interventions.map((one) => one.guardrail)).toEqual(['quiet south', 'short siren'])
  const records = await holon.latest({ limit: 100 })
  const quieted = records.decisions.filter((one) =>
    one.interventions.some((by) => by.guardrail === 'quiet south'),
  )
  expect(interventions[0]?.times.reduce((sum, one) => sum + one.n, 0)).toBe(quieted.length)
  expect(quieted.length).toBeGreaterThan(0)
})
