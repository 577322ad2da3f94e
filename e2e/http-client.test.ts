import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type Client, createClient } from '@holon/client'
import type { RecordDocument } from 'holon'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

import type { lamps } from './http-lamps.ts'

const folder = mkdtempSync(join(tmpdir(), 'holon-http-'))
let child: ChildProcess
let url: string
let client: Client<typeof lamps>

async function start(port = '0'): Promise<void> {
  child = fork(join(import.meta.dirname, 'http-server.process.ts'), [folder, port], {
    execArgv: ['--conditions=source'],
  })
  const [address] = (await once(child, 'message')) as [string]
  url = address
}

async function kill(): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

beforeAll(async () => {
  await start()
  client = createClient<typeof lamps>({ system: 'lamps', url })
})

afterEach(async () => {
  if (child.exitCode !== null || child.signalCode !== null) await start(new URL(url).port)
})

afterAll(async () => {
  await client.close()
  await kill()
  rmSync(folder, { recursive: true })
})

/** Numbers that came back for a decision, retracted ones included, in the order of the log. */
async function counted(id: string): Promise<readonly number[]> {
  const { back } = (await (await fetch(`${url}/api/v1/decisions/${id}`)).json()) as RecordDocument
  return back.filter((one) => one.name === 'count' && one.kind === 'feedback').map((one) => Number(one.value))
}

const numbers = (amount: number): readonly number[] => Array.from({ length: amount }, (_, index) => index)

test('decides, and what comes back is found with the decision', async () => {
  const seen = await client.decide('light', { dusk: 0.9 }, { subject: 's' })
  expect(seen).toMatchObject({ experience: 'lamp', parameters: null, degraded: false })
  client.exposure(seen.id)
  client.exposure(seen.id)
  client.feedback(seen.id, 'useful', true)
  expect(await client.flush()).toBe(0)
  const { back } = (await (await fetch(`${url}/api/v1/decisions/${seen.id}`)).json()) as RecordDocument
  expect(back.map((one) => [one.kind, one.value])).toEqual([
    ['exposure', true],
    ['feedback', true],
  ])
})

test('the same key answers the same decision, also after the server was killed', async () => {
  const first = await client.decide('light', { dusk: 0.9 }, { key: 'morning' })
  await kill()
  await start(new URL(url).port)
  const again = await client.decide('light', { dusk: 0.9 }, { key: 'morning' })
  expect(again.id).toBe(first.id)
})

test('what waits while the server is away arrives once it is back', async () => {
  const { id } = await client.decide('light', { dusk: 0.9 })
  await kill()
  const missed = await client.decide('light', { dusk: 0.9 }, { fallback: 'nothing', timeout: 1000 })
  expect(missed).toMatchObject({
    id: null,
    experience: 'nothing',
    degraded: true,
    code: 'server-unreachable',
  })
  await expect(client.decide('light', { dusk: 0.9 }, { timeout: 1000 })).rejects.toMatchObject({
    code: 'server-unreachable',
  })
  for (const value of numbers(30)) client.feedback(id, 'count', value)
  expect(await client.flush()).toBe(30)
  await start(new URL(url).port)
  // The longer the server was away, the longer it may wait before it tries again.
  await expect.poll(() => counted(id), { timeout: 45_000 }).toEqual(numbers(30))
})

test('killed again and again while feedback streams in: nothing lost, nothing doubled, all in order', async () => {
  const ids: string[] = []
  for (let count = 0; count < 5; count++) ids.push((await client.decide('light', { dusk: 0.9 })).id)
  const each = 200
  const sending = (async () => {
    for (const value of numbers(each)) {
      for (const id of ids) client.feedback(id, 'count', value)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  })()
  for (let restart = 0; restart < 4; restart++) {
    await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 300))
    await kill()
    await start(new URL(url).port)
  }
  await sending
  while ((await client.flush()) > 0) await new Promise((resolve) => setTimeout(resolve, 100))
  for (const id of ids) expect(await counted(id)).toEqual(numbers(each))
})
