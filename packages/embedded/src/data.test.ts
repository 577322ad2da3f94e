import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { backUp } from './backup.ts'
import { openBeside } from './beside.ts'
import { dataFiles, openData } from './data.ts'
import { libraryVersions, measureDurableWrites, verifyArtefacts } from './health.ts'
import { lamps, scoring } from './lamps.fixture.ts'
import { open } from './open.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holon-data-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const source = new URL('./lamps.fixture.ts', import.meta.url)
const openLamps = (onCatchUp?: (done: number, of: number) => void) =>
  open(lamps, { data: folder, source, models: { scorer: scoring }, ...(onCatchUp && { onCatchUp }) })

async function decideOnce(context = { x: 0.9, who: 'Somebody Somewhere' }): Promise<string> {
  const holon = await openLamps()
  const { id } = await holon.decide('lamp', context, { subject: 'one' })
  await holon.feedback(id, 'useful', true)
  await holon.close()
  return id
}

describe('a system in one process', () => {
  test('goes on where it stopped', async () => {
    const id = await decideOnce()
    const holon = await openLamps()
    expect(await holon.record(id)).toMatchObject({
      private: { subject: 'one', context: { who: 'Somebody Somewhere' } },
    })
    await expect.poll(async () => (await holon.goals())[0]).toMatchObject({ n: 1, value: 1 })
    expect(await holon.replay(id)).toMatchObject({ equal: true })
    await holon.close()
  })

  test('has its folder for itself', async () => {
    const holon = await openLamps()
    await expect(openLamps()).rejects.toMatchObject({
      code: 'config-invalid',
      message: `Process ${process.pid} works on the data folder ${folder}.`,
    })
    await holon.close()
    await (await openLamps()).close()
  })

  test('leaves its folder free when it cannot be opened', async () => {
    await expect(open(lamps, { data: folder, models: {} })).rejects.toMatchObject({
      code: 'declaration-invalid',
    })
    await expect(
      open(lamps, { data: folder, models: { scorer: join(folder, 'none.onnx') } }),
    ).rejects.toMatchObject({
      code: 'model-invalid',
      message: expect.stringContaining('none.onnx of the model "scorer" cannot be read'),
    })
    await writeFile(join(folder, dataFiles.registry), 'not a registry')
    await expect(openLamps()).rejects.toMatchObject({ code: 'registry-unavailable' })
    await rm(join(folder, dataFiles.registry))
    await (await openLamps()).close()
  })

  test('rebuilds its warehouse and tells how far it is', async () => {
    await decideOnce()
    await rm(join(folder, dataFiles.warehouse))
    const told: [number, number][] = []
    const holon = await openLamps((...progress) => told.push(progress))
    await expect.poll(async () => (await holon.goals())[0]).toMatchObject({ n: 1, value: 1 })
    // A decision and what came back for it, at least.
    await expect.poll(() => told.at(-1)?.[1]).toBeGreaterThanOrEqual(2)
    await expect.poll(() => told.at(-1)?.[0]).toBe(told.at(-1)?.[1])
    await holon.close()
  })

  test('says so when it sets a damaged warehouse aside', async () => {
    await decideOnce()
    await writeFile(join(folder, dataFiles.warehouse), 'x'.repeat(10_000))
    const notices: string[] = []
    const data = await openData(folder, { onNotice: (text) => notices.push(text) })
    const holon = await data.open(lamps, { models: { scorer: scoring } })
    await expect.poll(async () => (await holon.goals())[0]).toMatchObject({ n: 1, value: 1 })
    expect(notices).toEqual([expect.stringMatching(/^The warehouse was damaged .* made anew from the log/)])
    await holon.close()
    await data.close()
  })

  test('erases a person from every file, copies included', async () => {
    const id = await decideOnce()
    const copy = join(folder, 'copy')
    await backUp(folder, copy)
    const holon = await openLamps()
    expect(await holon.erase('one')).toEqual({ erased: true })
    expect(await holon.record(id)).toMatchObject({ private: null })
    await holon.close()
    for (const path of await readdir(folder, { recursive: true })) {
      const bytes = await readFile(join(folder, path)).catch(() => Buffer.alloc(0))
      expect(bytes.includes('Somebody Somewhere'), path).toBe(false)
    }
  })
})

describe('beside a system at work', () => {
  test('log and registry can be read and copied, the keys apart', async () => {
    const holon = await openLamps()
    await holon.decide('lamp', { x: 0.9 }, { subject: 'one' })
    const beside = await openBeside(folder)
    expect(await beside.log.size()).toMatchObject({ entries: 1 })
    const states = await verifyArtefacts(beside.registry)
    expect(states).toMatchObject([{ what: 'code of lamps', state: 'sound' }])
    await beside.close()

    const copy = join(folder, 'copy')
    const keys = join(folder, 'elsewhere', 'keys.db')
    const made = await backUp(folder, copy, keys)
    expect(made.map(({ file }) => file)).toEqual([join(copy, 'log.db'), join(copy, 'registry.db'), keys])
    expect((await readdir(copy)).sort()).toEqual(['backup.json', 'log.db', 'registry.db'])
    await expect(backUp(folder, copy)).rejects.toMatchObject({ code: 'config-invalid' })
    await holon.close()

    const restored = await openBeside(copy)
    expect(await restored.log.size()).toMatchObject({ entries: 1 })
    await restored.close()
  })

  test('an artefact that was altered or lost is found', async () => {
    await decideOnce()
    const file = new DatabaseSync(join(folder, dataFiles.registry))
    const [artefact] = file
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'artefact%'`)
      .all()
    file.exec(`DELETE FROM ${artefact?.name}`)
    file.close()
    const { registry, close } = await openBeside(folder)
    expect(await verifyArtefacts(registry)).toMatchObject([{ state: 'missing' }])
    await close()
  })

  test('there is nothing where nothing has run', async () => {
    await expect(openBeside(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'config-invalid' })
    await expect(backUp(join(folder, 'nowhere'), join(folder, 'copy'))).rejects.toMatchObject({
      code: 'config-invalid',
    })
  })
})

describe('health', () => {
  test('durable writes are measured, and nothing is left behind', async () => {
    // Long enough that one slow write does not decide it.
    const writes = await measureDurableWrites(folder, 300)
    expect(writes.oneByOne).toBeGreaterThan(0)
    expect(writes.grouped).toBeGreaterThan(writes.oneByOne)
    expect(await readdir(folder)).toEqual([])
  })

  test('versions are known', () => {
    const versions = libraryVersions()
    expect(Object.keys(versions)).toEqual(['Node', 'SQLite', 'DuckDB', 'ONNX Runtime'])
    for (const version of Object.values(versions)) expect(version).toMatch(/^\d+\.\d+/)
  })
})
