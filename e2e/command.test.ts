import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { HealthDocument, LatestDocument, RecordDocument, ReplayDocument } from 'holon'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const main = join(root, 'packages', 'cli', 'src', 'main.ts')
let folder: string

// Inside the repository, so that the product finds its packages.
beforeAll(() => {
  mkdirSync(join(root, '.cache'), { recursive: true })
  folder = mkdtempSync(join(root, '.cache', 'command-'))
  mkdirSync(join(folder, 'products', 'lamps'), { recursive: true })
  writeSystem(0.5)
  write('product.ts', productText)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, text: string): void {
  writeFileSync(join(folder, 'products', 'lamps', name), text)
}

/** The system: what it calls dusk is in its code. */
function writeSystem(dusk: number): void {
  write(
    'system.ts',
    `import { decision, defineSystem, model, person, probability, thresholds } from 'holon'
     import { z } from 'zod'
     const darkness = model('darkness', { does: 'guesses', features: z.object({ level: z.number() }), predicts: probability() })
     const light = decision('light', {
       does: 'lights', context: z.object({ level: z.number(), who: z.string().optional() }), example: { level: 0.4 },
       model: darkness.from(({ level }: { level: number }) => ({ level })),
       experiences: { off: { style: 'silent' }, on: { style: 'annotate' } },
       policy: thresholds({ on: ${dusk} }, { otherwise: 'off' }), fallback: 'off',
       feedback: { useful: { value: z.boolean() } }, mistakes: [],
     })
     export const lamps = defineSystem('lamps', { purpose: 'light', people: [person('owner', { wants: 'light' })], decisions: [light], goals: [] })`,
  )
}

const productText = `
  import { defineProduct } from '@holon/embedded'
  import { defineWorld, every } from 'holon/world'
  import { lamps } from './system.ts'
  export const product = defineProduct({
    system: lamps,
    source: new URL('./system.ts', import.meta.url),
    models: { darkness: { version: { name: 'darkness', version: '1', kind: 'function' }, predict: ({ level }) => 1 - Number(level) } },
    world: defineWorld(lamps, {
      about: 'Evenings.', start: '2026-03-02', people: 1_000_000, days: 1, settings: {}, person: () => ({}),
      happenings: {
        evening: {
          arrivals: every('1 minute'),
          story: async ({ decide }) => { await decide('light', { level: 0.1, who: 'Nobody Real' }) },
        },
      },
      pace: { arrival: '50 milliseconds', longestWait: '50 milliseconds' },
    }),
    evaluate: { darkness: (row) => ({ features: { level: row.number('level') }, label: row.flag('dark') }) },
  })`

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function start(words: readonly string[], environment: Readonly<Record<string, string>> = {}): ChildProcess {
  const { PORT: _, HOST: __, HOLON_DATA: ___, ...inherited } = process.env
  const env = { ...inherited, NO_COLOR: '1', PORT: '0', ...environment }
  return spawn(process.execPath, ['--conditions=source', main, ...words], { cwd: folder, env, stdio: 'pipe' })
}

async function holon(...words: string[]): Promise<Ended> {
  return ended(start(words))
}

async function ended(child: ChildProcess): Promise<Ended> {
  let out = ''
  let err = ''
  child.stdout?.on('data', (bytes) => {
    out += bytes
  })
  child.stderr?.on('data', (bytes) => {
    err += bytes
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out, err }
}

interface Told {
  readonly studio: string
  readonly api: string
  readonly data: string
}

async function serve(): Promise<{ child: ChildProcess; told: Told; exit: Promise<Ended> }> {
  const child = start(['serve', '--json'])
  const exit = ended(child)
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })
  const first = await Promise.race([once(lines, 'line'), exit.then(({ err }) => [`failed: ${err}`])])
  return { child, told: JSON.parse(String(first[0])), exit }
}

async function get<T>(url: string): Promise<T> {
  return (await (await fetch(url)).json()) as T
}

describe('holon serve', () => {
  test('serves, lives, can be asked from outside, and stops in good order', async () => {
    const { child, told, exit } = await serve()
    expect(told.data).toBe(join(folder, '.holon'))
    expect(await get<HealthDocument>(`${told.api}/health`)).toMatchObject({ status: 'ok', demo: true })
    const latest = (): Promise<LatestDocument> => get(`${told.api}/systems/lamps/decisions`)
    await expect.poll(async () => (await latest()).decisions.length).toBeGreaterThan(2)
    const id = (await latest()).decisions[0]?.id ?? ''

    const second = await holon('serve')
    expect(second).toMatchObject({ code: 2, out: '' })
    expect(second.err).toMatch(
      new RegExp(`^Process ${child.pid} works on the data folder .*\nStop process ${child.pid}`),
    )

    const replayed = await holon('replay', id)
    expect(replayed).toMatchObject({ code: 0, err: '' })
    expect(replayed.out).toMatch(/^equal {2}predict /m)
    expect(replayed.out).toContain('The replay equals the record to the bit.')
    const { private: secret } = await get<RecordDocument>(`${told.api}/decisions/${id}`)
    const subject = secret?.subject ?? expect.fail('nobody in particular')
    expect(await holon('erase', subject)).toMatchObject({ code: 0, err: '' })
    expect(await holon('erase', subject)).toMatchObject({ code: 1, err: '' })

    const exported = await holon('export', 'log.jsonl', '--json')
    const lines = readFileSync(join(folder, 'log.jsonl'), 'utf8').trimEnd().split('\n')
    expect(JSON.parse(exported.out)).toEqual({ file: join(folder, 'log.jsonl'), entries: lines.length })
    expect(lines.join('')).not.toContain('Nobody Real')
    expect(await holon('backup', 'copy')).toMatchObject({ code: 0, err: '' })
    expect(readdirSync(join(folder, 'copy')).sort()).toEqual(['backup.json', 'log.db', 'registry.db'])

    const doctor = await holon('doctor', '--json')
    expect(doctor.code).toBe(0)
    const symptoms: { what: string; well: boolean; found: string }[] = JSON.parse(doctor.out)
    expect(symptoms.map(({ what }) => what)).toEqual([
      ...['versions', 'port', 'data folder', 'durable writes', 'kept artefacts', 'model darkness'],
    ])
    expect(symptoms[1]?.found).toContain(`process ${child.pid} answers`)

    child.kill('SIGTERM')
    expect(await exit).toMatchObject({ code: 0, err: '' })
  })

  test('tells a person where everything is', async () => {
    const child = start(['serve', 'lamps'], { HOLON_DEMO: 'off' })
    const exit = ended(child)
    let out = ''
    child.stdout?.on('data', (bytes) => {
      out += bytes
    })
    await expect.poll(() => out, { timeout: 50_000 }).toMatch(/People .*\n/)
    child.kill('SIGINT')
    expect(await exit).toMatchObject({ code: 0, err: '' })
    expect(out).toMatch(/^ {2}Holon \d/m)
    expect(out).toMatch(/^ {2}Studio {2,}http:\/\/127\.0\.0\.1:\d+\/$/m)
    expect(out).toMatch(/^ {2}Docs {2,}http:\/\/127\.0\.0\.1:\d+\/api\/v1\/docs\/$/m)
    expect(out).toMatch(/^ {2}People {2,}real ones only$/m)
  })
})

describe('holon replay', () => {
  test('follows the code of then after the code has changed', async () => {
    const first = await serve()
    const decide = (api: string, level: number): Promise<{ id: string; experience: { name: string } }> =>
      fetch(`${api}/systems/lamps/decisions/light`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ context: { level } }),
      }).then((response) => response.json())
    const before = await decide(first.told.api, 0.3)
    expect(before.experience.name).toBe('on')
    first.child.kill('SIGTERM')
    await first.exit

    writeSystem(0.9)
    const second = await serve()
    const after = await decide(second.told.api, 0.3)
    expect(after.experience.name).toBe('off')
    second.child.kill('SIGTERM')
    await second.exit

    const replays = [await holon('replay', before.id, '--json'), await holon('replay', after.id, '--json')]
    const documents: ReplayDocument[] = replays.map(({ out }) => JSON.parse(out))
    expect(replays.map(({ code, err }) => ({ code, err }))).toEqual(Array(2).fill({ code: 0, err: '' }))
    expect(documents.map(({ equal }) => equal)).toEqual([true, true])
    expect(documents[0]?.snapshot).not.toBe(documents[1]?.snapshot)
  })
})

describe('holon evaluate', () => {
  test('measures a model on rows, and says which column is missing', async () => {
    writeFileSync(join(folder, 'rows.csv'), 'level,dark\n0.1,1\n0.2,1\n0.7,0\n0.9,0\n')
    const good = await holon('evaluate', 'lamps', 'darkness', '--data', 'rows.csv', '--json')
    expect(good).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(good.out)).toMatchObject({ n: 4, auc: 1, accuracy: 1 })
    const table = await holon('evaluate', 'lamps', 'darkness', '--data', 'rows.csv')
    expect(table.out).toMatch(/^AUC {2,}1\.0000$/m)
    writeFileSync(join(folder, 'rows.csv'), 'level\n0.1\n')
    expect(await holon('evaluate', 'lamps', 'darkness', '--data', 'rows.csv')).toEqual({
      code: 2,
      out: '',
      err: 'The line 2 of rows.csv has no column "dark".\nIts columns are: level.\ndata-invalid\n',
    })
  })
})

describe('holon verify', () => {
  test('attacks a system, and prints what breaks as a test', async () => {
    const fine = await holon('verify', 'lamps', '--steps', '300', '--seed', '3', '--json')
    expect(fine.code).toBe(0)
    expect(fine.err).toMatch(/^lamps: 3\d\d steps in [\d.]+ s\n$/)
    expect(JSON.parse(fine.out)).toMatchObject({
      ...{ system: 'lamps', seed: 3, violations: [], interventions: {}, guardrailsWithoutEffect: [] },
    })
    expect((await holon('verify', 'lamps', '--steps', '300', '--seed', '3', '--json')).out).toBe(fine.out)
    write(
      'product.ts',
      productText
        .replace('import { lamps', `import { defineVerification } from 'holon/verify'\nimport { lamps`)
        .replace(
          'system: lamps,',
          `system: lamps, verify: defineVerification(lamps, { invariants: [
             { name: 'dark', holds: ({ answer }) => answer.experience === 'off' }] }),`,
        ),
    )
    const broken = await holon('verify', '--all', '--steps', '300', '--json')
    expect(broken.code).toBe(1)
    const [{ violations }] = JSON.parse(broken.out)
    expect(violations).toMatchObject([{ invariant: 'dark', steps: 1 }])
    const told = await holon('verify', 'lamps', '--steps', '300')
    expect(told.out).toContain(violations[0].test.trimEnd())
    write('product.ts', productText)
  })

  test.each([
    [[]],
    [['lamps', '--all']],
    [['toasters']],
    [['lamps', '--steps', 'many']],
    [['lamps', '--steps', '0']],
    [['lamps', '--without', 'fuse']],
  ])('answers %j with 2', async (words) => {
    expect((await holon('verify', ...words)).code).toBe(2)
  })
})

describe('holon', () => {
  test('answers misuse with 2 and what is wrong with 1', async () => {
    expect((await holon('dance')).code).toBe(2)
    expect((await holon('evaluate', 'lamps')).code).toBe(2)
    expect((await holon('--help')).code).toBe(0)
    expect((await holon('check', 'toasters')).code).toBe(2)
    const checked = await holon('check', '--json')
    expect(checked.code).toBe(1)
    expect(JSON.parse(checked.out)[0].findings[0]).toHaveProperty('fix')
    const unknown = await holon('replay', 'nonsense', '--json')
    expect(unknown.code).toBe(2)
    expect(JSON.parse(unknown.err).error).toMatchObject({ code: 'decision-id-invalid' })
    const bad = await ended(start(['serve'], { PORT: 'http' }))
    expect(bad).toMatchObject({ code: 2, err: expect.stringContaining('PORT is "http".') })
  })
})
