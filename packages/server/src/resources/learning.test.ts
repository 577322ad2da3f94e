import type { FastifyInstance } from 'fastify'
import {
  bandit,
  decision,
  defineSystem,
  type JsonObject,
  type LearnedDocument,
  type LearningDocument,
  open,
  policy,
  squareCB,
} from 'holon'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'

import { createServer } from '../create-server.ts'
import { conforms } from '../openapi/conforms.fixture.ts'

const evenly = policy<null, 'dark' | 'lit'>('evenly', () => ({ dark: 1, lit: 1 }))
const learns = (apprentice: boolean) =>
  bandit<null, 'dark' | 'lit'>({ explore: squareCB(), reward: 'useful', until: evenly, apprentice })

const light = (name: string, apprentice: boolean) =>
  decision(name, {
    does: 'lights a room',
    context: z.object({ dusk: z.number().meta({ dataClass: 'public' }) }),
    example: { dusk: 0.5 },
    experiences: { dark: { style: 'silent' }, lit: { style: 'annotate' } },
    policy: learns(apprentice),
    fallback: 'dark',
    feedback: { useful: { value: z.boolean() } },
    mistakes: [],
  })

const lamps = defineSystem('lamps', {
  ...{ purpose: 'light', people: [], goals: [] },
  decisions: [light('light', false), light('porch', true)],
})

const url = (decision: string, rest: string) => `/api/v1/systems/lamps/decisions/${decision}/${rest}`

let app: FastifyInstance
let running: Awaited<ReturnType<typeof open<typeof lamps>>>

beforeEach(async () => {
  running = await open(lamps)
  app = createServer({ systems: [running], version: '1.2.3' })
})

afterEach(async () => {
  await app.close()
  await running.close()
})

const learn = (decision: string, payload: object = {}) =>
  app.inject({ method: 'POST', url: url(decision, 'learn'), payload })

async function live(decision: 'light' | 'porch', count: number) {
  for (let i = 0; i < count; i++) {
    const { id, experience } = await running.decide(decision, { dusk: i / count }, { subject: `p${i}` })
    await running.feedback(id, 'useful', experience === 'lit')
  }
}

test('learns when it is told to, and tells what is learned as promised', async () => {
  const document = (await app.inject('/api/v1/openapi.json')).json<JsonObject>()
  const told = (of: string, value: JsonObject) =>
    conforms(document, { $ref: `#/components/schemas/${of}` }, value)
  expect((await learn('light')).statusCode).toBe(422)
  await live('light', 40)
  const dry = await learn('light', { dry: true })
  expect((await app.inject(url('light', 'learned'))).json<LearningDocument>().learned).toBeNull()
  const made = await learn('light')
  expect([dry.statusCode, made.statusCode]).toEqual([201, 201])
  expect(told('Learned', made.json())).toEqual([])
  expect(made.json<LearnedDocument>()).toMatchObject({ version: 1, rows: 40 })
  const asked = await app.inject(url('light', 'learned?limit=10'))
  expect(told('Learning', asked.json())).toEqual([])
  expect(asked.json<LearningDocument>()).toMatchObject({ isApprentice: false, apprentice: null })

  await live('porch', 40)
  await learn('porch')
  await live('porch', 40)
  const scored = await app.inject(url('porch', 'learned'))
  expect(told('Learning', scored.json())).toEqual([])
  expect(scored.json<LearningDocument>().apprentice).toMatchObject({ decisions: 40 })
  const latest = await app.inject('/api/v1/systems/lamps/decisions?limit=1')
  expect(latest.json().decisions[0].apprentice.probabilities).toHaveProperty('lit')
})

test.each([
  ['a misspelt option', 'light', { dri: true }, 400],
  ['an unknown variant', 'light', { variant: 'x' }, 404],
  ['an unknown decision', 'lights', {}, 404],
])('refuses %s', async (_what, decision, payload, status) => {
  expect((await learn(decision, payload)).statusCode).toBe(status)
})
