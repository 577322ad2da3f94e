import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FlightDocument } from 'holon'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LampsAtWork } from './lamps-at-work.fixture.ts'

let lamps: LampsAtWork
let folder: string

beforeAll(async () => {
  lamps = await LampsAtWork.start()
  folder = mkdtempSync(join(tmpdir(), 'holon-flight-'))
})
afterAll(() => {
  lamps.end()
  rmSync(folder, { recursive: true })
})

const flight = {
  name: 'bold',
  about: 'More light helps.',
  decision: 'light',
  arms: { usual: {}, bold: { experiences: {} } },
  share: 0.5,
  by: 'a tester',
  reason: 'to see',
}
const signed = ['--by', 'a tester', '--reason', 'it went well']

test('flights are started from a file, ramped, kept, and listed, also by another run of the command', async () => {
  const file = join(folder, 'flight.json')
  writeFileSync(file, JSON.stringify(flight))
  const started = await lamps.said('flight', 'start', 'lamps', file)
  expect([started.code, started.errors]).toEqual([0, ''])
  expect(started.out).toMatch(/running, 50 % take part/)
  const { out } = await lamps.said('flight', 'ramp', 'lamps', 'bold', '1', ...signed, '--json')
  expect(JSON.parse(out) as FlightDocument).toMatchObject({ share: 1, steps: [{}, { did: 'ramp' }] })
  const kept = await lamps.said('flight', 'stop', 'lamps', 'bold', '--keep', 'bold', ...signed)
  expect(kept.out).toMatch(/kept: everybody gets bold/)
  expect((await lamps.said('flights', 'lamps')).out).toMatch(/kept +bold +100 % +light +usual \| bold/)
})

test('how a flight is judged is said when it starts', async () => {
  const file = join(folder, 'judged.json')
  writeFileSync(file, JSON.stringify({ ...flight, name: 'judged' }))
  const how = ['--judge', 'group-sequential', '--units', '4000', '--looks', '4']
  const started = await lamps.said('flight', 'start', 'lamps', file, ...how)
  expect([started.errors, started.code]).toEqual(['', 0])
  expect(started.out).toMatch(/judged: at 4 looks up to 4000 units/)
  const report = await lamps.said('report', 'judged')
  expect(report.out).toContain('## How it is judged')
  expect(report.out).toMatch(/The first look is at 1000 units: 1000 are missing/)
  const page = await lamps.said('report', 'judged', '--html')
  expect(page.out).toMatch(/the error of 5 % is spent as O(&#39;|')Brien and Fleming do/)
  for (const words of [
    ['--judge', 'fixed'],
    ['--units', '3'],
    ['--judge', 'guess'],
  ]) {
    const { code, errors } = await lamps.said('flight', 'start', 'lamps', file, ...words)
    expect([words, code, errors.length > 20]).toEqual([words, 2, true])
  }
})

test('misuse ends with 2 and says what to do', async () => {
  const broken = join(folder, 'broken.json')
  writeFileSync(broken, '{')
  const none = join(folder, 'none.json')
  writeFileSync(none, JSON.stringify({ ...flight, name: 'other', arms: { one: {} } }))
  for (const words of [
    ['flight', 'start', 'lamps', broken],
    ['flight', 'start', 'lamps', none],
    ['flight', 'ramp', 'lamps', 'bold', '0.5'],
    ['flights', 'lamp'],
  ]) {
    const { code, errors } = await lamps.said(...words)
    expect([words, code]).toEqual([words, 2])
    expect(errors.length).toBeGreaterThan(20)
  }
})
