import { fileURLToPath } from 'node:url'
import type { IndicatorsDocument } from 'holon'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LampsAtWork } from './lamps-at-work.fixture.ts'

const paper = fileURLToPath(new URL('../simulating/paper.fixture.ts', import.meta.url))

let lamps: LampsAtWork

beforeAll(async () => {
  lamps = await LampsAtWork.start()
})
afterAll(() => lamps.end())

test('a system without leading indicators says so', async () => {
  const { code, out, errors } = await lamps.said('indicators', 'lamps')
  expect([code, errors]).toEqual([0, ''])
  expect(out).toContain('no goal of the layer "leading" supports another')
})

test('worlds show what a declared variant does to an indicator and its goal', async () => {
  const words = ['indicators', paper, '--worlds', '2']
  const { code, out, errors } = await lamps.said(...words)
  expect([code, errors]).toEqual([0, ''])
  expect(out).toMatch(/paper: 2 simulated worlds a flight/)
  expect(out).toMatch(/unknown {2}clicks raises returning/)
  expect(out).toMatch(/1 flight tells of both, and it takes 5/)
  const json = await lamps.said(...words, '--json')
  const document: IndicatorsDocument = JSON.parse(json.out)
  const [effect] = document.pairs[0]?.effects ?? []
  expect(effect).toMatchObject({ flight: 'teaser-1-loud', arm: 'varied', worlds: 2 })
  // 0.7 for 0.3.
  expect(effect?.indicator.estimate).toBeGreaterThan(0.8)
  expect(Math.abs(effect?.goal.estimate ?? 1)).toBeLessThan(4 * (effect?.goal.deviation ?? 0))
})

test('misuse ends with 2', async () => {
  expect((await lamps.said('indicators', 'lamp')).code).toBe(2)
  expect((await lamps.said('indicators', paper, '--worlds', '1', '--flight', 'nowhere.json')).code).toBe(2)
})
