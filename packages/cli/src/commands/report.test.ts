import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ScorecardDocument } from 'holon'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LampsAtWork } from './lamps-at-work.fixture.ts'

let lamps: LampsAtWork
let folder: string

beforeAll(async () => {
  lamps = await LampsAtWork.start()
  folder = mkdtempSync(join(tmpdir(), 'holon-report-'))
  const file = join(folder, 'flight.json')
  const arms = { usual: {}, bold: { experiences: {} } }
  const flight = {
    name: 'bold',
    about: 'More light helps.',
    decision: 'light',
    arms,
    share: 0.5,
    main: 'useful light',
  }
  writeFileSync(file, JSON.stringify({ ...flight, by: 'a tester', reason: 'to see' }))
  await lamps.said('flight', 'start', 'lamps', file)
})
afterAll(() => {
  lamps.end()
  rmSync(folder, { recursive: true })
})

test('a report tells the verdict first, then the layers, then its rules', async () => {
  const { code, out } = await lamps.said('report', 'bold')
  expect(code).toBe(0)
  expect(out).toMatch(/^# bold: keep running\n\n"usual" has 0 units so far\./)
  const parts = [...out.matchAll(/^## (.*)$/gm)].map(([, title]) => title)
  expect(parts.at(-1)).toBe('Rules of the verdict')
  expect(out).toContain('| usual | as declared | 50 % | 0 |')
  expect(out).toContain('Nobody has met the flight yet.')
})

test('it is a page, or JSON, where that is wanted', async () => {
  const page = await lamps.said('report', 'bold', '--system', 'lamps', '--html')
  expect(page.out).toMatch(/^<!doctype html>[\s\S]*<title>bold: keep running<\/title>[\s\S]*<\/html>/)
  const { out } = await lamps.said('report', 'bold', '--before', '7 days', '--since-met', '1 day', '--json')
  const card: ScorecardDocument = JSON.parse(out)
  expect(card).toMatchObject({ system: 'lamps', flight: { name: 'bold' }, novelty: { every: '1 day' } })
})

test('a flight that is nowhere is misuse', async () => {
  const { code, errors } = await lamps.said('report', 'dim')
  expect([code, errors]).toEqual([2, expect.stringMatching(/No system has a flight "dim"/)])
})
