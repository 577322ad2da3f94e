import { OFREPProvider } from '@openfeature/ofrep-provider'
import { OFREPWebProvider } from '@openfeature/ofrep-web-provider'
import { OpenFeature } from '@openfeature/server-sdk'
import { type Provider, OpenFeature as WebOpenFeature } from '@openfeature/web-sdk'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { listen } from '../listen.ts'
import { Serving } from '../serving.fixture.ts'

const ada = { targetingKey: 'ada', dusk: 0.9, room: 'hall', note: 'a note' }
const url = '/ofrep/v1/evaluate/flags'
const key = 'a key of more than sixteen characters'

let serving: Serving
beforeEach(async () => {
  serving = await Serving.start()
})
afterEach(async () => {
  await OpenFeature.close()
  await WebOpenFeature.close()
  await serving.close()
})

const post = (
  path: string,
  payload?: object | string,
  headers: Record<string, string> = {},
  app = serving.app,
) =>
  app.inject({
    method: 'POST',
    url: url + path,
    ...(payload !== undefined && { payload }),
    headers: { ...(payload !== undefined && { 'content-type': 'application/json' }), ...headers },
  })

describe('one flag', () => {
  test('is a decision that the person meets', async () => {
    const response = await post('/light', { context: ada })
    expect(response.statusCode).toBe(200)
    const body = response.json()
    expect(body).toMatchObject({
      key: 'light',
      value: 'lamp',
      variant: 'lamp',
      reason: 'TARGETING_MATCH',
      metadata: { decision: 'lamps/light', propensity: 1 },
    })
    const { record, private: own, back } = await serving.running.record(body.metadata.id)
    expect(record).toMatchObject({ id: body.metadata.id, context: { room: 'hall' } })
    expect(own).toMatchObject({ subject: 'ada' })
    expect(back).toMatchObject([{ name: 'exposure', value: true }])
  })

  test.each([
    ['/light.percent', 90],
    ['/light.on', true],
    [`/${encodeURIComponent('lamps/light')}`, 'lamp'],
  ])('%s gives its part', async (path, value) => {
    expect((await post(path, { context: ada })).json()).toMatchObject({ value })
  })

  test('without a value leaves the default to the caller', async () => {
    const { value, ...body } = (await post('/light.percent', { context: { ...ada, dusk: 0 } })).json()
    expect(value).toBeUndefined()
    expect(body).toMatchObject({ variant: 'nothing', reason: 'DISABLED' })
  })

  test.each([
    ['/lihgt', { context: ada }, 404, { key: 'lihgt', errorCode: 'FLAG_NOT_FOUND' }],
    ['/light', { context: { dusk: 7, room: 'hall' } }, 400, { key: 'light', errorCode: 'INVALID_CONTEXT' }],
    ['/light', undefined, 400, { key: 'light', errorCode: 'INVALID_CONTEXT' }],
    ['/light', { context: 'dusk' }, 400, { key: 'light', errorCode: 'PARSE_ERROR' }],
    ['/light', '{"context":', 400, { key: 'light', errorCode: 'PARSE_ERROR' }],
  ])('%s with %j is refused by %i', async (path, payload, status, body) => {
    const response = await post(path, payload)
    expect(response.statusCode).toBe(status)
    expect(response.json()).toEqual({ ...body, errorDetails: expect.any(String) })
    expect((await serving.running.latest()).decisions).toEqual([])
  })

  test('is told when the server fails, and nothing of the cause', async () => {
    vi.spyOn(serving.running, 'decide').mockRejectedValue(new Error('secret'))
    const response = await post('/light', { context: ada })
    expect(response.statusCode).toBe(500)
    expect(response.json()).toMatchObject({ key: 'light', errorCode: 'GENERAL' })
    expect(response.body).not.toContain('secret')
    expect(serving.logged).toHaveLength(1)
  })
})

describe('all flags', () => {
  const all = (context = ada, headers: Record<string, string> = {}) => post('', { context }, headers)

  test('come from decisions that nobody has met yet', async () => {
    const { flags } = (await all()).json<{ flags: { key: string; metadata: { id: string } }[] }>()
    expect(flags.map((one) => one.key)).toEqual(['light', 'light.on', 'light.answer', 'light.percent'])
    const { decisions } = await serving.running.latest()
    expect(decisions.map(({ id }) => id)).toEqual([flags[0]?.metadata.id])
    expect((await serving.running.record(decisions[0]?.id ?? '')).back).toEqual([])
  })

  test('are not decided again for a client that has them', async () => {
    const tag = String((await all()).headers.etag)
    for (const header of [tag, `"other", W/${tag}`]) {
      const response = await all(ada, { 'if-none-match': header })
      expect([response.statusCode, response.body]).toEqual([304, ''])
      expect(response.headers.etag).toBe(tag)
    }
    expect((await serving.running.latest()).decisions).toHaveLength(1)
  })

  test('are decided again in another context, and after a change', async () => {
    const tag = String((await all()).headers.etag)
    expect((await all({ ...ada, dusk: 0.8 }, { 'if-none-match': tag })).statusCode).toBe(200)
    await serving.running.tune({
      decision: 'light',
      experiences: { lamp: { right: 3 } },
      by: 'ada',
      reason: 'more light',
    })
    const response = await all(ada, { 'if-none-match': tag })
    expect(response.statusCode).toBe(200)
    expect(response.headers.etag).not.toBe(tag)
  })

  test('say which of them failed', async () => {
    const { flags } = (await post('', {})).json()
    const failed = { key: 'light', errorCode: 'INVALID_CONTEXT', errorDetails: expect.any(String) }
    expect(flags).toEqual([failed])
  })

  test('are refused where the body cannot be read', async () => {
    const response = await post('', '[')
    expect(response.statusCode).toBe(400)
    expect(response.json()).toEqual({ errorCode: 'PARSE_ERROR', errorDetails: expect.any(String) })
  })
})

describe('who may ask', () => {
  test.each([
    ['nobody without the key', {}, 401],
    ['nobody with another', { authorization: 'Bearer another key of some length' }, 401],
    ['who has it', { authorization: `Bearer ${key}` }, 200],
    ['who has it in a header of its own', { 'x-api-key': key }, 200],
  ])('%s', async (_, headers, status) => {
    const app = serving.serverOf({ apiKey: key })
    expect((await post('/light', { context: ada }, headers, app)).statusCode).toBe(status)
  })

  test('no page of another origin, where there is no key', async () => {
    const origin = 'https://elsewhere.example'
    expect((await post('/light', { context: ada }, { origin })).statusCode).toBe(403)
    const app = serving.serverOf({ origins: [origin], apiKey: key })
    const headers = { origin, 'access-control-request-method': 'POST' }
    const asked = await app.inject({ method: 'OPTIONS', url, headers })
    expect(asked.statusCode).toBe(204)
    expect(asked.headers['access-control-allow-headers']).toContain('if-none-match')
  })

  test('by POST only', async () => {
    const { status, headers } = await serving.problem({ url })
    expect([status, headers.allow]).toEqual([405, 'POST'])
  })
})

describe("the protocol's own clients", () => {
  let baseUrl = ''
  beforeEach(async () => {
    baseUrl = await listen(serving.serverOf({ apiKey: key }), { port: 0 })
  })
  const headers: [string, string][] = [['authorization', `Bearer ${key}`]]

  test('of servers evaluate one flag at a time', async () => {
    await OpenFeature.setProviderAndWait(new OFREPProvider({ baseUrl, headers }))
    const client = OpenFeature.getClient()
    expect(await client.getStringDetails('light', 'none', ada)).toMatchObject({
      value: 'lamp',
      variant: 'lamp',
      reason: 'TARGETING_MATCH',
      flagMetadata: { decision: 'lamps/light' },
    })
    expect(await client.getNumberValue('light.percent', 0, ada)).toBe(90)
    expect(await client.getObjectValue('light.answer', {}, ada)).toMatchObject({ experience: 'lamp' })
    const errors = await Promise.all([
      client.getStringDetails('lihgt', 'none', ada),
      client.getBooleanDetails('light', false, ada),
      client.getStringDetails('light', 'none', {}),
    ])
    expect(errors.map(({ value, errorCode }) => [value, errorCode])).toEqual([
      ['none', 'FLAG_NOT_FOUND'],
      [false, 'TYPE_MISMATCH'],
      ['none', 'INVALID_CONTEXT'],
    ])
  })

  test('of servers without the key get defaults', async () => {
    await OpenFeature.setProviderAndWait(new OFREPProvider({ baseUrl }))
    const details = await OpenFeature.getClient().getStringDetails('light', 'none', ada)
    expect(details).toMatchObject({ value: 'none', reason: 'ERROR', errorCode: 'GENERAL' })
  })

  test('of pages fetch all flags, and again when something changed', async () => {
    await WebOpenFeature.setContext(ada)
    const provider = new OFREPWebProvider({ baseUrl, headers, cacheMode: 'disabled', pollInterval: 20 })
    await WebOpenFeature.setProviderAndWait(provider as Provider)
    const client = WebOpenFeature.getClient()
    expect(client.getStringDetails('light', 'none')).toMatchObject({ value: 'lamp', variant: 'lamp' })
    expect(client.getBooleanValue('light.on', false)).toBe(true)
    expect(client.getNumberValue('light.percent', 0)).toBe(90)
    expect(client.getStringDetails('lihgt', 'none')).toMatchObject({ errorCode: 'FLAG_NOT_FOUND' })
    const { decisions } = await serving.running.latest()
    expect(decisions).toHaveLength(1)
    await serving.running.tune({
      decision: 'light',
      experiences: { lamp: { right: -1 } },
      by: 'ada',
      reason: 'too bright',
    })
    await vi.waitFor(() => expect(client.getStringValue('light', 'none')).toBe('nothing'), 20_000)
  })
})
