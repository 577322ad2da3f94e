import { expect, it } from 'vitest'
import { z } from 'zod'
import { expectedUtility } from '../decide/policies/expected-utility.ts'
import { memoryRegistry, memoryVault, virtualClock } from '../memory/index.ts'
import type { Model } from '../spec/model.ts'
import { decision } from '../system/decision.ts'
import { model } from '../system/model.ts'
import { probability } from '../system/prediction.ts'
import { defineSystem } from '../system/system.ts'
import { doorbell } from './doorbell.fixture.ts'
import { open } from './open.ts'
import type { OpenOptions } from './options.ts'

const hour = 3_600_000
const noon = Date.UTC(2026, 0, 1, 12)

async function opened(options: OpenOptions = {}) {
  const clock = virtualClock(noon)
  const ports = { registry: memoryRegistry(), vault: memoryVault(), clock, ...options }
  const holon = await open(doorbell, ports)
  const ring = (subject = 'p', episode?: string, urgency = 0.95) =>
    holon.decide('ring', { urgency }, { subject, ...(episode !== undefined && { episode }) })
  const met = async (...given: Parameters<typeof ring>) => (await ring(...given)).experience
  return { holon, ring, met, clock, ports }
}

const Context = z.object({ slow: z.boolean() })
const keen = model('keen', {
  does: 'guesses',
  features: z.object({ slow: z.boolean() }),
  predicts: probability(),
  deadline: '50 milliseconds',
})
const nudge = decision('nudge', {
  does: 'nudges',
  context: Context,
  example: { slow: false },
  model: keen.from((context: z.output<typeof Context>) => context),
  experiences: { nothing: { style: 'silent' }, nudge: { style: 'prompt', right: 1, atMost: '3 per day' } },
  policy: expectedUtility(),
  fallback: 'nothing',
  feedback: {},
  mistakes: [],
})

/** A system whose model may never answer. */
async function openedWithModel() {
  const clock = virtualClock(noon)
  const answering: Model = {
    version: { name: 'keen', version: '1', kind: 'function' },
    predict: ({ slow }) => (slow === true ? new Promise(() => undefined) : 0.9),
  }
  const system = defineSystem('nudges', { purpose: 'nudge', people: [], decisions: [nudge], goals: [] })
  return { holon: await open(system, { clock, models: { keen: answering } }), clock }
}

it('a person meets no more than the limit, others are free, and time gives back', async () => {
  const { met, clock } = await opened()
  const first = [await met(), await met(), await met(), await met()]
  expect(first).toEqual(['bell', 'bell', 'bell', 'light'])
  expect(await met('q')).toBe('bell')
  clock.advance(8 * hour - 1)
  expect(await met()).toBe('light')
  clock.advance(1)
  expect(await met()).toBe('bell')
  expect(await met()).toBe('light')
})

it('requests at the same time never exceed it', async () => {
  const { met } = await opened()
  const all = await Promise.all(Array.from({ length: 1000 }, () => met()))
  expect(all.filter((one) => one === 'bell')).toHaveLength(3)
})

it('holds after the system was opened again', async () => {
  const { met, ports } = await opened()
  await Promise.all([met(), met()])
  const again = await opened(ports)
  expect([await again.met(), await again.met()]).toEqual(['bell', 'light'])
})

it('counts an episode by itself', async () => {
  const { met } = await opened()
  expect([await met('p', 'a'), await met('p', 'a'), await met('p', 'a'), await met('p', 'b')]).toEqual([
    'bell',
    'bell',
    'light',
    'bell',
  ])
})

it('is quiet in quiet hours, over midnight', async () => {
  const { met, clock } = await opened()
  clock.advance(10 * hour - 1)
  expect(await met()).toBe('bell')
  clock.advance(1)
  expect(await met()).toBe('light')
  clock.advance(9 * hour - 1)
  expect(await met()).toBe('light')
  clock.advance(1)
  expect(await met()).toBe('bell')
})

it('a dismissal keeps quiet, the next one longer, up to a bound; one that was welcome starts anew', async () => {
  const { holon, ring, clock } = await opened()
  const bell = async () => {
    const answer = await ring()
    expect(answer.experience).toBe('bell')
    return answer.id
  }
  const quietFor = async (hours: number) => {
    clock.advance(hours * hour - 1)
    expect((await ring()).experience).toBe('light')
    clock.advance(1)
  }
  await holon.feedback(await bell(), 'dismissed', true)
  await quietFor(1)
  const second = await bell()
  await holon.feedback(second, 'dismissed', true)
  await holon.feedback(second, 'dismissed', true)
  await quietFor(2)
  const third = await bell()
  await holon.feedback(third, 'dismissed', false)
  clock.advance(24 * hour - 3 * hour)
  await bell()
  await holon.feedback(await bell(), 'dismissed', true)
  await quietFor(1)
})

it('says in the record what was held back and why, and replays it to the bit', async () => {
  const { holon, ring } = await opened()
  const ids: string[] = []
  for (let i = 0; i < 5; i++) ids.push((await ring('p', 'e')).id)
  const { record, private: secret } = await holon.record(ids[2] ?? '')
  expect(record.held).toEqual({ bell: 'met in this episode' })
  expect(record.probabilities).toEqual({ light: 1 })
  expect(record.utilities).toEqual({ nothing: 0, light: expect.closeTo(0.925), off: expect.closeTo(-10) })
  expect(secret?.recent?.met.map((one) => one.experience)).toEqual(['bell', 'bell'])
  for (const id of ids) expect((await holon.replay(id)).equal).toBe(true)
})

it('interrupting costs more the oftener it happened, and less again with time', async () => {
  const { holon, ring, clock } = await opened()
  const utility = async (id: string) => (await holon.record(id)).record.utilities?.bell
  const first = await utility((await ring()).id)
  const second = await utility((await ring()).id)
  clock.advance(24 * hour)
  const third = await utility((await ring()).id)
  expect(first).toBeCloseTo(3 * 0.95 - 3 * 0.05 - 0.5, 12)
  expect(second).toBeCloseTo((first ?? 0) - 0.25, 12)
  expect(third).toBeCloseTo((first ?? 0) - 0.25, 12)
})

it('an idempotency key counts once', async () => {
  const { holon, met } = await opened()
  const again = () => holon.decide('ring', { urgency: 0.95 }, { subject: 'p', key: 'k' })
  const answers = [await again(), await again(), await again()]
  expect(new Set(answers.map((one) => one.id)).size).toBe(1)
  expect([await met(), await met(), await met()]).toEqual(['bell', 'bell', 'light'])
})

it('an erased person is forgotten', async () => {
  const { holon, met, ports } = await opened()
  for (let i = 0; i < 3; i++) await met()
  expect(await ports.registry.list('memory/doorbell')).toHaveLength(1)
  await holon.erase('p')
  expect(await ports.registry.list('memory/doorbell')).toHaveLength(0)
  expect(await met()).toBe('bell')
})

it('a request whose model is slow keeps no other request of the person waiting', async () => {
  const { holon, clock } = await openedWithModel()
  const slow = holon.decide('nudge', { slow: true }, { subject: 'p' })
  const quick = await holon.decide('nudge', { slow: false }, { subject: 'p' })
  expect(quick.experience).toBe('nudge')
  clock.advance(50)
  expect(await slow).toMatchObject({ experience: 'nothing', code: 'model-timeout' })
})
