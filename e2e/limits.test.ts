import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { most } from './http-bells.ts'

const requests = 10_000
const connections = 64

let folder: string
let child: ChildProcess | undefined
let agent: Agent

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holon-limits-'))
  agent = new Agent({ keepAlive: true, maxSockets: connections })
})

afterEach(async () => {
  agent.destroy()
  await kill()
  await rm(folder, { recursive: true })
})

async function serve(): Promise<string> {
  const execArgv = ['--conditions=source']
  const started = fork(join(import.meta.dirname, 'http-server.process.ts'), [folder, '0', 'bells'], {
    execArgv,
  })
  child = started
  return new Promise((resolve, reject) => {
    started.once('message', (url) => resolve(String(url)))
    started.once('exit', () => reject(new Error('the server ended before it listened')))
  })
}

async function kill(): Promise<void> {
  const running = child
  child = undefined
  if (running === undefined || running.exitCode !== null || running.signalCode !== null) return
  const ended = new Promise((resolve) => running.once('exit', resolve))
  running.kill('SIGKILL')
  await ended
}

/** The experience that was answered; undefined when the server was gone before it answered. */
function ring(url: string, subject: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const asking = request(
      `${url}/api/v1/systems/bells/decisions/ring`,
      { agent, method: 'POST', headers: { 'content-type': 'application/json' } },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (part) => {
          text += part
        })
        response.on('error', () => resolve(undefined))
        response.on('end', () => resolve(JSON.parse(text).experience?.name))
      },
    )
    asking.on('error', () => resolve(undefined))
    asking.end(JSON.stringify({ context: { urgency: 1 }, subject }))
  })
}

async function count(
  url: string,
  subject: string,
  times: number,
): Promise<{ bells: number; answered: number }> {
  const met = await Promise.all(Array.from({ length: times }, () => ring(url, subject)))
  return {
    bells: met.filter((one) => one === 'bell').length,
    answered: met.filter((one) => one !== undefined).length,
  }
}

it(`${requests} requests for one person on ${connections} connections meet no more bells than the limit`, async () => {
  const url = await serve()
  expect(await count(url, 'somebody', requests)).toEqual({ bells: most, answered: requests })
  expect(await count(url, 'somebody else', 10)).toEqual({ bells: most, answered: 10 })
}, 180_000)

it('nor after the process was killed at random moments', async () => {
  for (const round of [0, 1]) {
    const subject = `person-${round}`
    let bells = 0
    for (let life = 0; life < 3; life++) {
      const url = await serve()
      const meeting = count(url, subject, 200)
      await setTimeout(Math.random() * 40)
      await kill()
      bells += (await meeting).bells
    }
    const last = await count(await serve(), subject, 20)
    await kill()
    expect(last.answered).toBe(20)
    expect(bells + last.bells).toBeLessThanOrEqual(most)
  }
}, 180_000)
