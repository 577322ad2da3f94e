import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setKey } from './key.ts'
import { path, query, request } from './request.ts'

const answer = vi.fn<typeof fetch>()

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('fetch', answer)
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  answer.mockReset()
})

test('escapes what is inserted into addresses and leaves out what is not given', () => {
  expect(path`/systems/${'a/b c'}/goals`).toBe('/systems/a%2Fb%20c/goals')
  expect(query({ from: 5, slice: undefined, by: 'a b' })).toBe('?from=5&by=a+b')
  expect(query({ from: undefined })).toBe('')
})

test('answers JSON, and nothing for an empty answer', async () => {
  answer.mockResolvedValueOnce(Response.json({ status: 'ok' }))
  expect(await request('GET', '/health')).toEqual({ status: 'ok' })
  answer.mockResolvedValueOnce(new Response(null, { status: 202 }))
  expect(await request('POST', '/decisions/d/feedback', { name: 'useful' })).toBeUndefined()
})

test('carries the key once there is one', async () => {
  setKey('secret')
  answer.mockResolvedValueOnce(Response.json({}))
  await request('GET', '/health')
  expect(answer.mock.calls[0]?.[1]?.headers).toEqual({ authorization: 'Bearer secret' })
})

test('throws what the server says is wrong and what to do', async () => {
  const problem = {
    status: 422,
    code: 'context-invalid',
    detail: 'wages: not a number',
    fix: 'Send a number.',
  }
  const headers = { 'content-type': 'application/problem+json' }
  answer.mockResolvedValueOnce(new Response(JSON.stringify(problem), { status: 422, headers }))
  await expect(request('POST', '/x', {})).rejects.toMatchObject({
    code: 'context-invalid',
    message: 'wages: not a number',
    fix: 'Send a number.',
    status: 422,
  })
})

test('throws what the status says when the answer cannot be read', async () => {
  answer.mockResolvedValueOnce(new Response('<h1>oops</h1>', { status: 502, statusText: 'Bad Gateway' }))
  await expect(request('GET', '/x')).rejects.toMatchObject({
    code: 'answer-unreadable',
    message: 'The server answered 502 Bad Gateway.',
  })
})

test('says when nothing answers', async () => {
  answer.mockRejectedValueOnce(new TypeError('failed to fetch'))
  await expect(request('GET', '/x')).rejects.toMatchObject({ code: 'server-away', status: 0 })
})
