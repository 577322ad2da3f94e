import { execFile } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PublicPackage, publicPackages } from './build/packages.ts'
import { valuesExportedBy } from './examples/module.ts'

const run = promisify(execFile)
const home = join(import.meta.dirname, '..')
const packages = publicPackages(home)
const work = mkdtempSync(join(tmpdir(), 'holon-pack-'))
const copy = join(work, 'repository')
const app = join(work, 'app')
const isOurs = (name: string): boolean => name === 'holon' || name === '@holon'

beforeAll(async () => {
  copyRepository()
  await loud(process.execPath, [join(copy, 'tools', 'build.ts')], copy)
  await pack()
  writeFileSync(join(app, 'package.json'), '{ "type": "module" }')
}, 120_000)

afterAll(() => rmSync(work, { recursive: true, force: true }))

/** What is published and what builds it, in a place of its own: nothing here can be found by accident. */
function copyRepository(): void {
  const isSource = (path: string): boolean => !['node_modules', 'dist'].includes(basename(path))
  for (const { folder } of packages) {
    cpSync(join(home, folder), join(copy, folder), { recursive: true, filter: isSource })
  }
  for (const path of [
    'tools/build',
    'tools/build.ts',
    'tsconfig.json',
    'tsconfig.build.json',
    'package.json',
    'LICENSE',
  ]) {
    cpSync(join(home, path), join(copy, path), { recursive: true })
  }
  linkLibraries(copy)
  for (const { name, folder } of packages) link(join(copy, folder), join(copy, 'node_modules', name))
}

/** Links what other people publish: the root's libraries, and those a package needs in another version. */
function linkLibraries(into: string): void {
  const own = packages.map(({ folder }) => join(home, folder, 'node_modules'))
  for (const folder of [...own, join(home, 'node_modules')]) {
    for (const name of namesIn(folder)) {
      if (!name.startsWith('.') && !isOurs(name)) link(join(folder, name), join(into, 'node_modules', name))
    }
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true })
  try {
    symlinkSync(target, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** Packs as for the registry, and unpacks as an installation does. */
async function pack(): Promise<void> {
  const tarballs = join(work, 'tarballs')
  mkdirSync(tarballs)
  const folders = packages.map(({ folder }) => `./${folder}`)
  await loud('npm', ['pack', '--silent', '--pack-destination', tarballs, ...folders], copy)
  for (const { name } of packages) {
    const folder = join(app, 'node_modules', name)
    mkdirSync(folder, { recursive: true })
    const tarball = join(tarballs, `${name.replace('@', '').replace('/', '-')}-0.1.0.tgz`)
    await loud('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1'], work)
  }
  linkLibraries(app)
}

async function loud(command: string, words: readonly string[], cwd: string): Promise<string> {
  const environment = { ...process.env, NODE_OPTIONS: '', npm_config_cache: join(work, 'npm') }
  return run(command, words, { cwd, env: environment }).then(
    ({ stdout }) => stdout,
    (error) => {
      throw new Error(`${error.message}\n${error.stdout}\n${error.stderr}`)
    },
  )
}

/** Names that the entries of a package export under plain Node, by specifier. */
async function exportsOf({ name, entries }: PublicPackage): Promise<Record<string, string[]>> {
  const specifiers = entries.map((entry) => name + entry.slice(1))
  const script = `const names = {}
    for (const one of ${JSON.stringify(specifiers)}) names[one] = Object.keys(await import(one)).sort()
    console.log(JSON.stringify(names))
    process.exit()`
  const words = ['--input-type=module', '--disable-warning=ExperimentalWarning', '--eval', script]
  return JSON.parse(await loud(process.execPath, words, app))
}

/** Names that the sources of the same entries export. They are read, because Node runs no JSX. */
function exportedBySources({ name, folder, entries }: PublicPackage): Record<string, string[]> {
  const { exports } = JSON.parse(readFileSync(join(home, folder, 'package.json'), 'utf8'))
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(home, folder, exports[entry].source)
      return [name + entry.slice(1), valuesExportedBy(path, readFileSync(path, 'utf8')).toSorted()]
    }),
  )
}

describe('packages as they are published', () => {
  test.each(packages)('$name exports by name what its sources do, and ships no sources', async (one) => {
    const packed = await exportsOf(one)
    expect(packed).toEqual(exportedBySources(one))
    for (const names of Object.values(packed)) expect(names).not.toContain('default')
    const shipped = readdirSync(join(app, 'node_modules', one.name), { recursive: true }).map(String)
    expect(shipped.filter((path) => /(?<!\.d)\.tsx?$|\.(test|test-d|fixture|cases)\./.test(path))).toEqual([])
    expect(shipped).toContain('LICENSE')
  })

  test('a system runs on them, from decision to goal and replay', async () => {
    const folder = join(app, 'system')
    mkdirSync(folder)
    writeFileSync(join(folder, 'system.js'), system)
    writeFileSync(join(folder, 'product.js'), product)
    writeFileSync(join(folder, 'run.js'), program)
    expect(JSON.parse(await loud(process.execPath, ['run.js'], folder))).toEqual({
      experience: 'on',
      value: 1,
      equal: true,
    })
    const holon = join(app, 'node_modules', '@holon', 'cli', 'bin', 'holon.mjs')
    expect(await loud(process.execPath, [holon, '--version'], folder)).toBe('0.1.0\n')
    const checked = await run(process.execPath, [holon, 'check', './product.js', '--json'], {
      cwd: folder,
    }).catch((error) => error)
    expect(JSON.parse(checked.stdout)[0].system).toBe('lamps')
  })

  test('are typed for those who use them', async () => {
    writeFileSync(join(app, 'use.ts'), use)
    const options = {
      module: 'nodenext',
      target: 'es2024',
      lib: ['es2024', 'dom'],
      strict: true,
      noEmit: true,
      skipLibCheck: false,
    }
    const compilerOptions = { ...options, types: ['node'], exactOptionalPropertyTypes: true }
    writeFileSync(join(app, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }))
    const tsc = join(home, 'node_modules', 'typescript', 'bin', 'tsc')
    const { stdout = '' } = await run(process.execPath, [tsc, '-p', app], { cwd: app }).catch(
      (error) => error,
    )
    expect(stdout).toBe('')
  })
})

const system = `
  import { decision, defineSystem, goal, model, person, probability, rate, thresholds } from 'holon'
  import { z } from 'zod'
  const scorer = model('scorer', { does: 'scores', features: z.object({ x: z.number() }), predicts: probability() })
  const lamp = decision('lamp', {
    does: 'lights', context: z.object({ x: z.number() }), example: { x: 1 }, model: scorer.from(({ x }) => ({ x })),
    experiences: { off: { style: 'silent' }, on: { style: 'annotate' } },
    policy: thresholds({ on: 0.5 }, { otherwise: 'off' }), fallback: 'off',
    feedback: { useful: { value: z.boolean() } }, mistakes: [],
  })
  const useful = goal('useful', { layer: 'user', why: 'light', measure: rate(lamp.feedback.useful.is(true)), atLeast: 0.5 })
  export const lamps = defineSystem('lamps', { purpose: 'light', people: [person('owner', { wants: 'light' })], decisions: [lamp], goals: [useful] })
  export const scoring = { version: { name: 'scorer', version: '1', kind: 'function' }, predict: ({ x }) => x }`

const product = `
  import { defineProduct } from '@holon/embedded'
  import { lamps, scoring } from './system.js'
  export const product = defineProduct({ system: lamps, source: new URL('./system.js', import.meta.url), models: { scorer: scoring } })`

const program = `
  import { open } from '@holon/embedded'
  import { product } from './product.js'
  const { system, source, models } = product
  const holon = await open(system, { data: 'data', source, models })
  const seen = await holon.decide('lamp', { x: 0.9 }, { subject: 'one' })
  await holon.feedback(seen.id, 'useful', true)
  const [{ value }] = await holon.goals()
  const { equal } = await holon.replay(seen.id)
  await holon.close()
  console.log(JSON.stringify({ experience: seen.experience, value, equal }))`

const use = `
  import { open } from '@holon/embedded'
  import { createHooks, type Field } from '@holon/react'
  import { createServer, listen } from '@holon/server'
  import { defineSystem, HolonError, type Running } from 'holon'
  import { clientFlights } from '@holon/client/flight'
  import { assign } from 'holon/flight'
  import { memoryLog } from 'holon/memory'
  import { auc } from 'holon/stats'
  export const stars: Field<number>['status'] = 'none'
  export const { useClient } = createHooks()
  export async function use(running: Running): Promise<number> {
    const system = defineSystem('empty', { purpose: 'none', people: [], decisions: [], goals: [] })
    const holon = await open(system, { data: 'data' })
    await listen(createServer({ systems: [running], version: '1' }))
    await holon.close()
    if (assign([], { decision: 'none' }).flight !== undefined || clientFlights === undefined) return 0
    if (memoryLog() === undefined) throw new HolonError('internal', 'never', 'never')
    return auc([0.1, 0.9], [0, 1])
  }`
