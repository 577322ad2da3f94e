import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OffPolicyDocument } from 'holon'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LampsAtWork } from './lamps-at-work.fixture.ts'

let lamps: LampsAtWork

beforeAll(async () => {
  lamps = await LampsAtWork.start()
})
afterAll(() => lamps.end())

test('holon offpolicy refuses what a log without chance cannot know, and says what it takes', async () => {
  const said = await lamps.said('offpolicy', 'lamps', 'light', '--reward', 'useful', '--policy', 'uniform')
  expect([said.code, said.errors]).toEqual([1, ''])
  expect(said.out).toContain(
    'useful of light: 40 decisions about 40 people or alone; left out: for 40 it never came',
  )
  expect(said.out).toContain('uniform: refused')
  expect(said.out).toMatch(/50 % of what the policy would do was possible in the log/)
  expect(said.out).toMatch(/To know: explore \d+ %/)
  const { out } = await lamps.said('offpolicy', 'lamps', 'light', '--reward', 'useful', '--json')
  const { logged, policies }: OffPolicyDocument = JSON.parse(out)
  expect([logged.value, policies.map(({ verdict }) => verdict)]).toEqual([1, ['refused']])
})

test('holon export writes decisions for Vowpal Wabbit, and holon offpolicy evaluates them', async () => {
  const file = join(process.cwd(), 'lamps.dsjson')
  const exported = await lamps.said('export', file, '--vw', 'lamps/light', '--reward', 'useful')
  expect([exported.code, exported.out]).toEqual([0, `40 decisions in ${file}\n`])
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  const { _label_cost, _label_probability, p } = JSON.parse(lines[0] ?? '')
  expect([_label_cost, _label_probability, p.length]).toEqual([-1, 1, 2])
  const { out } = await lamps.said('offpolicy', '--vw', file, '--policy', 'uniform', '--json')
  expect(JSON.parse(out)).toMatchObject({
    rows: 40,
    logged: { value: 1 },
    policies: [{ verdict: 'refused' }],
  })
})

test('holon offpolicy knows the value of a policy in a file that was drawn at random', async () => {
  const file = join(process.cwd(), 'coin.dsjson')
  const lines = Array.from({ length: 400 }, (_, i) => {
    const a = i % 2 === 0 ? [1, 2] : [2, 1]
    const cost = i % 2 === 0 && i % 8 !== 0 ? -1 : 0
    const event = { _label_cost: cost, _label_probability: 0.5, _labelIndex: i % 2, a, p: [0.5, 0.5] }
    return JSON.stringify({ ...event, EventId: `${i}`, c: { _multi: [{}, {}] } })
  })
  writeFileSync(file, lines.join('\n'))
  const said = await lamps.said('offpolicy', '--vw', file, '--policy', 'always:1', 'always:2')
  expect(said.code).toBe(0)
  expect(said.out).toMatch(/always 1 +0\.75 .*known/)
  expect(said.out).toMatch(/always 2 +0 .*known/)
})

test('holon offpolicy says what is missing', async () => {
  for (const words of [
    ['lamps', 'light'],
    ['lamps'],
    ['lamps', 'light', '--reward', 'useful', '--policy', 'best'],
  ])
    expect((await lamps.said('offpolicy', ...words)).code).toBe(2)
})
