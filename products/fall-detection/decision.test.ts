import { type Model, open } from 'holon'
import { virtualClock } from 'holon/memory'
import { expect, test } from 'vitest'
import { atRest } from './domain/shape.ts'
import type { Noticed } from './noticed.ts'
import { patience } from './patience.ts'
import { askFrom } from './stakes.ts'
import { fallDetection } from './system.ts'

const blow: Noticed = {
  wearer: 'Somebody',
  shape: { ...atRest, impact: 8, turned: 10 },
  trace: [],
  called: false,
  source: 'watch',
}
const plainFall: Noticed = { ...blow, shape: { ...blow.shape, turned: 130 } }

const day = 86_400_000

/** The system with a model that says what it is told, or is out of order. */
async function opened(says: () => number) {
  const clock = virtualClock()
  const fall: Model = {
    version: { name: 'fall', version: '1', kind: 'function' },
    calibration: { method: 'isotonic', x: [0, 1], y: [0, 1] },
    predict: says,
  }
  const holon = await open(fallDetection, { models: { fall }, clock })
  let n = 0
  const meet = async (noticed: Noticed) => {
    n += 1
    return holon.decide('fall-alarm', noticed, { subject: 'p', episode: `e${n}` })
  }
  return { holon, clock, meet }
}

const broken = () => {
  throw new TypeError('out of order')
}

test('asks from the probability that the stakes give, and no sooner', async () => {
  let says = askFrom + 0.01
  const { meet } = await opened(() => says)
  const asked = await meet(blow)
  expect(asked).toMatchObject({ experience: 'ask', parameters: { seconds: patience.wearer } })
  says = askFrom - 0.01
  expect((await meet(blow)).experience).toBe('nothing')
})

test('asks even where the model is sure: nobody is called without a question', async () => {
  const { meet } = await opened(() => 1)
  expect(await meet(blow)).toMatchObject({
    experience: 'ask',
    guardrails: [{ from: 'emergency', to: 'ask' }],
  })
})

test('asks seven times a week at most, but for plain falls', async () => {
  const { meet, clock } = await opened(() => 0.9)
  const met = []
  for (let n = 0; n < 9; n++) met.push((await meet(blow)).experience)
  expect(met).toEqual([...Array.from({ length: 7 }, () => 'ask'), 'nothing', 'nothing'])
  expect((await meet(plainFall)).experience).toBe('ask')
  clock.advance(8 * day)
  expect((await meet(blow)).experience).toBe('ask')
})

test('each question makes the next one worth less, for days', async () => {
  const { meet, clock } = await opened(() => askFrom + 0.02)
  expect((await meet(blow)).experience).toBe('ask')
  await meet(blow)
  expect((await meet(blow)).experience).toBe('nothing')
  clock.advance(6 * day)
  expect((await meet(blow)).experience).toBe('ask')
})

test('without a model plain physics asks', async () => {
  const { meet } = await opened(broken)
  expect(await meet(plainFall)).toMatchObject({ experience: 'ask', degraded: true })
  expect((await meet(blow)).experience).toBe('nothing')
})

test('a call goes to the caretaker at once, with a model or without', async () => {
  for (const model of [() => 0, broken]) {
    const { meet } = await opened(model)
    expect(await meet({ ...blow, called: true })).toMatchObject({
      experience: 'caretaker',
      text: 'Somebody calls for help.',
    })
  }
})

test('silence climbs, and what the wearer says ends it', async () => {
  const { holon, clock, meet } = await opened(() => 0.9)
  const { episode = '', id } = await meet(blow)
  clock.advance(patience.wearer * 1_000)
  const met = async () => (await holon.episode(episode)).steps.map(({ record }) => record.experience)
  expect(await met()).toEqual(['ask', 'caretaker'])
  await holon.feedback(id, 'fine', true)
  clock.advance(patience.caretaker * 60_000)
  expect(await met()).toEqual(['ask', 'caretaker'])
})
