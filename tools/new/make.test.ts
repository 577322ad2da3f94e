import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAdapter, makeProduct } from './make.ts'

const run = promisify(execFile)
const home = join(import.meta.dirname, '..', '..')
const bin = join(home, 'node_modules', '.bin')
let root: string

// Inside the repository, so that what is made finds its packages.
beforeAll(() => {
  mkdirSync(join(home, '.cache'), { recursive: true })
  root = mkdtempSync(join(home, '.cache', 'new-'))
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
  // The folder is ignored by git, and must not be by the formatter.
  const biome = JSON.parse(readFileSync(join(home, 'biome.json'), 'utf8'))
  const plugins = biome.plugins.map((plugin: string) => join(home, plugin))
  writeFileSync(join(root, 'biome.json'), JSON.stringify({ ...biome, plugins, vcs: { enabled: false } }))
  for (const adapter of ['log-papyrus', 'registry-stone', 'vault-cave', 'warehouse-big-barn'])
    makeAdapter(root, adapter)
  makeProduct(root, 'smart-toaster')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const output = (failed: { stdout?: string; stderr?: string }): string => `${failed.stdout}${failed.stderr}`

describe('what npm run new makes', () => {
  test('has the right types', async () => {
    const config = {
      extends: '../../tsconfig.json',
      compilerOptions: { incremental: false, tsBuildInfoFile: null },
    }
    writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({ ...config, include: ['**/*.ts'] }))
    const { stdout } = await run(join(bin, 'tsc'), ['-p', root, '--noEmit'], { cwd: home }).catch(
      (error) => error,
    )
    expect(stdout.split('\n').filter((line: string) => line.startsWith('.cache/'))).toEqual([])
  })

  test('passes its own tests', async () => {
    writeFileSync(
      join(root, 'vitest.config.mjs'),
      `export default {
         resolve: { conditions: ['source'] },
         ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
         test: { execArgv: ['--conditions=source'], reporters: ['json'], outputFile: 'tests.json', exclude: [] },
       }`,
    )
    await run(join(bin, 'vitest'), ['run'], { cwd: root }).catch((error) => {
      throw new Error(output(error))
    })
    const { numPassedTests, numTotalTestSuites } = JSON.parse(readFileSync(join(root, 'tests.json'), 'utf8'))
    expect(numTotalTestSuites).toBeGreaterThanOrEqual(5)
    expect(numPassedTests).toBeGreaterThan(40)
  })

  test('is formatted, and named after what it is', async () => {
    await run(join(bin, 'biome'), ['check', '--error-on-warnings', 'adapters', 'products'], {
      cwd: root,
    }).catch((error) => {
      throw new Error(output(error))
    })
    expect(readFileSync(join(root, 'adapters/warehouse-big-barn/src/index.ts'), 'utf8')).toBe(
      `export { type BigBarnWarehouseOptions, bigBarnWarehouse } from './warehouse.ts'\n`,
    )
    expect(readFileSync(join(root, 'products/smart-toaster/system.ts'), 'utf8')).toContain(
      `export const smartToaster = defineSystem('smart-toaster', {`,
    )
  })

  test.each(['toaster', 'log-', 'log', 'oven-stone', 'log-Stone'])('is refused under the name %s', (bad) => {
    expect(() => makeAdapter(root, bad)).toThrow(expect.objectContaining({ code: 'new-refused' }))
  })

  test('never overwrites', () => {
    expect(() => makeProduct(root, 'smart-toaster')).toThrow('is there already')
    expect(() => makeProduct(root, 'Toaster')).toThrow('lower-case')
  })
})
