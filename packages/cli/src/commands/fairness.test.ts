import type { FairnessDocument } from 'holon'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LampsAtWork } from './lamps-at-work.fixture.ts'

let lamps: LampsAtWork

beforeAll(async () => {
  lamps = await LampsAtWork.start()
})
afterAll(() => lamps.end())

test('holon fairness tells how groups fare, and ends with 1 where a definition is broken', async () => {
  const { code, out, errors } = await lamps.said('fairness', 'lamps')
  expect([code, errors]).toEqual([1, ''])
  expect(out).toContain('light by room (light): no room should stay dark')
  expect(out).toMatch(/^hall +40 +100\.0 % \(/m)
  expect(out).toMatch(/^attic +40 +0\.0 % \(/m)
  expect(out).toMatch(/^broken +demographic-parity: /m)
})

test('holon fairness answers with JSON, of one decision too', async () => {
  const { code, out } = await lamps.said('fairness', 'lamps', 'light', '--json')
  expect(code).toBe(1)
  const documents: readonly FairnessDocument[] = JSON.parse(out)
  expect(documents).toMatchObject([{ decision: 'light', reports: [{ name: 'light by room' }] }])
})

test('holon fairness says which names there are', async () => {
  expect(await lamps.said('fairness', 'lamp')).toMatchObject({
    code: 2,
    errors: expect.stringContaining('Use one of: lamps.'),
  })
  expect(await lamps.said('fairness', 'lamps', 'dark')).toMatchObject({ code: 2 })
})
