import type { LoopsDocument } from 'holon'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LampsAtWork } from './lamps-at-work.fixture.ts'

let lamps: LampsAtWork

beforeAll(async () => {
  lamps = await LampsAtWork.start()
})
afterAll(() => lamps.end())

test('holon loops tells how each loop stands, and what is known of labels that came back for some', async () => {
  const { code, out, errors } = await lamps.said('loops', 'lamps')
  expect([code, errors]).toEqual([0, ''])
  expect(out).toContain('lamps: 1 loop; at most 5 % of systems without one ever see an alarm')
  expect(out).toContain('inconclusive  where there is light people come (declared, no goal watches it)')
  expect(out).toContain('useful of light: came back for 40 of 80\n  of these 100.0 %')
})

test('holon loops looks after one delay and by one field where it is told to', async () => {
  const { out } = await lamps.said('loops', 'lamps', '--unit', 'room', '--delay', '1 hour', '--json')
  const { loops, elsewhere }: LoopsDocument = JSON.parse(out)
  const sightings = [...loops.flatMap((one) => one.sightings), ...elsewhere]
  expect(new Set(sightings.map(({ unit, delay }) => `${unit}, ${delay}`))).toContain('room, 1 hour')
})

test('holon loops says which names there are', async () => {
  expect(await lamps.said('loops', 'lamp')).toMatchObject({
    code: 2,
    errors: expect.stringContaining('Use one of: lamps.'),
  })
})
