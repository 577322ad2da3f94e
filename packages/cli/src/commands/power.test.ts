import type { PowerDocument } from 'holon'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LampsAtWork } from './lamps-at-work.fixture.ts'

let lamps: LampsAtWork

beforeAll(async () => {
  lamps = await LampsAtWork.start()
})
afterAll(() => lamps.end())

const asked = [
  'power',
  'lamps',
  'useful light',
  '--baseline',
  '0.8',
  '--effect',
  '-0.05',
  '--units-per-day',
  '100',
]

test('holon power says what a flight takes, once and at any time', async () => {
  const said = await lamps.said(...asked)
  expect([said.code, said.errors]).toEqual([0, ''])
  expect(said.out).toContain('useful light')
  expect(said.out).toContain('40 people in')
  expect(said.out).toMatch(/^once +2188 +22$/m)
  expect(said.out).toMatch(/^at any time +\d+ +\d+$/m)
  expect(said.out).toMatch(/To find a change of .+ from .+ with a probability of 80 %/)
})

test('holon power answers with JSON, and ends with 1 where it cannot know', async () => {
  const { code, out } = await lamps.said('power', 'lamps', 'useful light', '--json')
  const { measured, words }: PowerDocument = JSON.parse(out)
  expect([code, measured.baseline, words]).toEqual([1, 1, expect.stringContaining('cannot change by')])
})

test('holon power says which goals there are, and what a number may be', async () => {
  expect(await lamps.said('power', 'lamps', 'dark')).toMatchObject({
    code: 2,
    errors: expect.stringContaining('Use one of: useful light.'),
  })
  expect((await lamps.said(...asked, '--share', '2')).code).toBe(2)
})
