import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SimulationDocument, WorldDocument } from 'holon'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { run } from '../run.ts'

const weather = fileURLToPath(new URL('../simulating/weather.fixture.ts', import.meta.url))
const small = ['--days', '4', '--people', '10']

/** What the command writes to standard output and standard error, and its exit code. */
async function said(...words: readonly string[]) {
  const out: string[] = []
  const errors: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(`${text}`) > 0)
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => errors.push(`${text}`) > 0)
  const code = await run(['simulate', weather, ...words])
  vi.restoreAllMocks()
  return { code, out: out.join(''), errors: errors.join('') }
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('holon simulate', () => {
  test('lists what can be set, befall the world, or be compared', async () => {
    const { code, out } = await said('--list')
    expect(code).toBe(0)
    for (const word of ['rain', '0.5', 'monsoon', 'model outage', 'blind', 'current'])
      expect(out).toContain(word)
    const json = JSON.parse((await said('--list', '--json')).out) as WorldDocument
    expect(json.settings).toMatchObject({ rain: 0.5 })
  })

  test('tells every goal beside what is true, and what happened', async () => {
    const { code, out, errors } = await said(...small, '--scenario', 'monsoon', 'launch', '--set', 'rain=0.3')
    expect([code, errors]).toEqual([0, ''])
    for (const word of ['organization', 'trusted advice', 'in truth', 'with monsoon and launch', 'umbrella'])
      expect(out).toContain(word)
  })

  test('answers the document in JSON, the same for the same seed, with a log of the same bytes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'holon-simulate-'))
    try {
      const one = await said(...small, '--json', '--seed', '5', '--log', join(folder, 'a'))
      const again = await said(
        ...small,
        '--json',
        '--seed',
        '5',
        '--log',
        join(folder, 'b'),
        '--workers',
        '1',
      )
      expect(again.out).toBe(one.out)
      expect(readFileSync(join(folder, 'a'))).toEqual(readFileSync(join(folder, 'b')))
      expect(JSON.parse(one.out) as SimulationDocument).toMatchObject({
        seed: 5,
        days: 4,
        people: 10,
        day: 4,
      })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('says which layers differ between two versions', async () => {
    const { code, out } = await said('--compare', 'current', 'blind', '--days', '12')
    expect(code).toBe(0)
    expect(out).toMatch(/user: worse/)
    expect(out).toContain('"blind" against "current"')
  })

  test('says how often intervals hold what is true', async () => {
    const { code, out } = await said(...small, '--runs', '2')
    expect(code).toBe(0)
    expect(out).toContain('2 runs; 95 % of the intervals should hold the truth')
  })

  test.each([
    [['--scenario', 'monson'], /Use one of:.*monsoon/],
    [['--set', 'snow=1'], /Use one of: rain/],
    [['--people', '0'], /above 0/],
    [['--seed', 'x'], /seed/],
    [['--compare', 'current'], /two versions/],
    [['--compare', 'current', 'blnd'], /blind/],
    [['--sweep', '--quality', '0.7'], /--quality/],
    [['--runs', '2', '--log', 'nowhere/none'], /--log/],
    [['--as', 'blnd'], /current, blind/],
    [['--nonsense'], /unknown option/],
  ])('refuses %j, and says what would be right', async (words, expected) => {
    const { code, errors } = await said(...words)
    expect(code).toBe(2)
    expect(errors.replaceAll('\n', ' ')).toMatch(expected)
  })

  test('ends with 1 where the run fails', async () => {
    const { code, errors } = await said('--scenario', 'collapse')
    expect(code).toBe(1)
    expect(errors).toContain('The umbrella broke.')
  })
})
