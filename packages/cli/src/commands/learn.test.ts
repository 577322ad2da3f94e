import { afterEach, beforeEach, expect, test } from 'vitest'
import { LampsAtWork } from './lamps-at-work.fixture.ts'

let lamps: LampsAtWork

beforeEach(async () => {
  lamps = await LampsAtWork.start()
})

afterEach(() => lamps.end())

const learning = ['lamps', 'light', '--variant', 'learning'] as const

test('holon learn tells what would be learned, learns it, and holon learned says so', async () => {
  const dry = await lamps.said('learn', ...learning, '--dry')
  expect([dry.code, dry.errors]).toEqual([0, ''])
  expect(dry.out).toMatch(/^Would learn as version 1 .* from 40 decisions .*for 40 it never came/)
  expect((await lamps.said('learned', ...learning)).out).toContain('Nothing is learned yet.')
  const made = JSON.parse((await lamps.said('learn', ...learning, '--json')).out)
  expect(made).toMatchObject({ version: 1, rows: 40, variant: 'learning' })
  const { code, out } = await lamps.said('learned', ...learning)
  expect(code).toBe(0)
  expect(out).toContain('Learned as version 1')
  expect(out).toMatch(/lit +40 +1/)
})

test('holon offpolicy judges what was learned', async () => {
  const ask = () =>
    lamps.said('offpolicy', 'lamps', 'light', '--reward', 'useful', '--policy', 'learned:learning')
  expect((await ask()).code).not.toBe(0)
  await lamps.said('learn', ...learning)
  const { code, out } = await ask()
  expect(code).toBe(1)
  expect(out).toContain('were learned from')
})

test('holon learn says who does not learn', async () => {
  const { code, errors } = await lamps.said('learn', 'lamps', 'light')
  expect(code).not.toBe(0)
  expect(errors).toContain('does not learn')
})
