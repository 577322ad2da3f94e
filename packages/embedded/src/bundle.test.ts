import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type DecisionRecord, type Model, open, type Running, type System } from 'holon'
import { memoryLog, memoryRegistry, memoryVault } from 'holon/memory'
import { seededRandom } from 'holon/stats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepBundle } from './bundle.ts'
import { replayElsewhere } from './replay-elsewhere.ts'

// Inside the repository, so that the trial system finds its packages.
const cache = join(import.meta.dirname, '..', '..', '..', '.cache')
let folder: string

beforeAll(() => {
  mkdirSync(cache, { recursive: true })
  folder = mkdtempSync(join(cache, 'bundle-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A system whose features multiply by a factor that stands in another file. */
function writeSystem(name: string, factor: number): URL {
  writeFileSync(join(folder, `${name}-factor.ts`), `export const factor: number = ${factor}`)
  const file = join(folder, `${name}.ts`)
  writeFileSync(
    file,
    `import { decision, defineSystem, model, person, probability, thresholds } from 'holon'
     import { z } from 'zod'
     import { factor } from './${name}-factor.ts'
     const scorer = model('scorer', { does: 'scores', features: z.object({ x: z.number() }), predicts: probability() })
     const lamp = decision('lamp', {
       does: 'lights', context: z.object({ x: z.number() }), example: { x: 1 },
       model: scorer.from(({ x }: { x: number }) => ({ x: x * factor })),
       experiences: { off: { style: 'silent' }, on: { style: 'annotate' } },
       policy: thresholds({ on: 0.5 }, { otherwise: 'off' }), fallback: 'off', feedback: {}, mistakes: [],
     })
     export const lamps = defineSystem('lamps', { purpose: 'light', people: [person('owner', { wants: 'light' })], decisions: [lamp], goals: [] })`,
  )
  return pathToFileURL(file)
}

async function load(source: URL): Promise<System> {
  return ((await import(source.href)) as { lamps: System }).lamps
}

const scorer = (version: string): Model => ({
  version: { name: 'scorer', version, kind: 'function' },
  predict: ({ x }) => Math.min(1, Number(x)),
})

describe('the bundle of a system', () => {
  test('stays as long as no file of it changes', async () => {
    const source = writeSystem('stays', 0.1)
    const system = await load(source)
    const registry = memoryRegistry()
    const first = await keepBundle(registry, system, source)
    expect(await keepBundle(registry, system, source)).toBe(first)
    expect(await registry.get('bundles', 'lamps')).toMatchObject({ version: 1 })
    writeFileSync(join(folder, 'stays-factor.ts'), 'export const factor: number = 0.2')
    expect(await keepBundle(registry, system, source)).not.toBe(first)
    expect(await registry.get('bundles', 'lamps')).toMatchObject({ version: 2 })
  })

  test('has the same bytes wherever the code stands', async () => {
    const registry = memoryRegistry()
    const source = writeSystem('stays', 0.1)
    const here = await keepBundle(registry, await load(source), source)
    const elsewhere = join(folder, 'elsewhere')
    mkdirSync(elsewhere)
    const home = folder
    folder = elsewhere
    const moved = writeSystem('stays', 0.1)
    folder = home
    expect(await keepBundle(memoryRegistry(), await load(moved), moved)).toBe(here)
  })

  test('is refused when it cannot stand alone', async () => {
    const source = writeSystem('reads', 1)
    writeFileSync(
      join(folder, 'reads-factor.ts'),
      `import { readFileSync } from 'node:fs'
       readFileSync(new URL('./reads.ts', import.meta.url))
       export const factor: number = 1`,
    )
    await expect(keepBundle(memoryRegistry(), await load(source), source)).rejects.toMatchObject({
      code: 'config-invalid',
      message: expect.stringMatching(/^The code of "lamps" cannot be loaded apart .* ENOENT/),
    })
  })

  test('needs a module that exports the system', async () => {
    const system = await load(writeSystem('one', 1))
    const other = writeSystem('other', 1)
    await expect(keepBundle(memoryRegistry(), system, other)).rejects.toMatchObject({
      code: 'config-invalid',
      message: expect.stringContaining('does not export the system "lamps"'),
    })
  })
})

describe('replay of a decision whose code has changed', () => {
  test('follows the code of then', async () => {
    const ports = { log: memoryLog(), registry: memoryRegistry(), vault: memoryVault() }
    const models = { scorer: scorer('1') }
    const openAs = async (name: string, factor: number) => {
      const source = writeSystem(name, factor)
      const system = await load(source)
      const bundle = await keepBundle(ports.registry, system, source)
      const elsewhere = replayElsewhere(ports.registry, { models, versions: {} }, () =>
        Promise.reject(new Error('no file')),
      )
      return (await open(system, {
        ...ports,
        models,
        bundle,
        replayElsewhere: elsewhere,
      })) as unknown as Running
    }
    const before = await openAs('before', 0.9)
    const { id, experience } = await before.decide('lamp', { x: 1 })
    expect(experience).toBe('on')
    await before.close()
    const after = await openAs('after', 0.1)
    expect((await after.decide('lamp', { x: 1 })).experience).toBe('off')
    const replay = await after.replay(id)
    expect(replay.stages.filter((stage) => !stage.equal)).toEqual([])
    expect(replay).toMatchObject({ equal: true })
  })

  test('follows the flights of then, with the versions of models that they tried', async () => {
    const ports = { log: memoryLog(), registry: memoryRegistry(), vault: memoryVault() }
    const sha256 = await ports.registry.putArtefact(new TextEncoder().encode('0.75'))
    const models = { scorer: scorer('1') }
    const file = { version: { name: 'scorer', version: 'f', kind: 'file', sha256 }, predict: () => 0.75 }
    const openAs = async (name: string, versions: Readonly<Record<string, Model>>) => {
      const source = writeSystem(name, 1)
      const system = await load(source)
      const bundle = await keepBundle(ports.registry, system, source)
      const present = { models, versions: { scorer: versions } }
      const elsewhere = replayElsewhere(ports.registry, present, async (bytes, _, version) => ({
        version: { ...file.version, version },
        predict: () => Number(new TextDecoder().decode(bytes)),
      }))
      const options = { ...ports, ...present, bundle, replayElsewhere: elsewhere, random: seededRandom(name) }
      return (await open(system, options)) as unknown as Running
    }
    const before = await openAs('flown', { bought: file, rented: scorer('r') })
    const signed = { by: 'a tester', reason: 'to see' }
    await before.startFlight({
      ...{ name: 'models', about: 'Which is better?', decision: 'lamp', share: 1, ...signed },
      arms: { own: {}, bought: { model: 'bought' }, rented: { model: 'rented' } },
    })
    const decided = new Map<string | undefined, string>()
    for (let n = 0; n < 30; n++) {
      const { id, arms } = await before.decide('lamp', { x: 0.6 }, { subject: `p${n}` })
      decided.set(arms.models, id)
    }
    await before.stopFlight('models', signed)
    await before.close()
    // Other code, and the versions are offered no more.
    const after = await openAs('landed', {})
    for (const arm of ['own', 'bought']) {
      expect(await after.replay(decided.get(arm) ?? '')).toMatchObject({ equal: true })
    }
    await expect(after.replay(decided.get('rented') ?? '')).rejects.toMatchObject({
      code: 'snapshot-unknown',
    })
  })

  test('loads the model file of then, and says what is missing', async () => {
    const registry = memoryRegistry()
    const source = writeSystem('model', 1)
    const bundle = await keepBundle(registry, await load(source), source)
    const sha256 = await registry.putArtefact(new TextEncoder().encode('0.75'))
    const recorded = async (): Promise<DecisionRecord> => {
      const old = { ...scorer('1'), version: { ...scorer('1').version, sha256 }, predict: () => 0.75 }
      const holon = (await open(await load(source), { models: { scorer: old } })) as unknown as Running
      const { record, private: secret } = await holon.record((await holon.decide('lamp', { x: 0 })).id)
      return { open: record, private: secret } as DecisionRecord
    }
    const record = await recorded()
    const version = { name: 'scorer', version: '1', kind: 'function', sha256, calibration: null }
    const manifest = { system: 'lamps', declaration: '', bundle, models: { scorer: version } }
    const present = { models: { scorer: scorer('2') }, versions: {} }
    const replay = replayElsewhere(registry, present, async (bytes) => ({
      version,
      predict: () => Number(new TextDecoder().decode(bytes)),
    }))
    expect(await replay(manifest, record)).toMatchObject({ equal: true })

    const gone = { ...version, sha256: '0'.repeat(64) }
    await expect(replay({ ...manifest, models: { scorer: gone } }, record)).rejects.toMatchObject({
      code: 'snapshot-unknown',
      message: expect.stringContaining('the file of the model "scorer" 1 is gone'),
    })
    const { sha256: _, ...code } = version
    await expect(replay({ ...manifest, models: { scorer: code } }, record)).rejects.toMatchObject({
      code: 'snapshot-unknown',
      message: expect.stringContaining('is code that is not here any more'),
    })
    await expect(replay({ ...manifest, bundle: '0'.repeat(64) }, record)).rejects.toMatchObject({
      code: 'snapshot-unknown',
    })
  })
})
