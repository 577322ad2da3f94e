import { execFile } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Example, examplesInComments, examplesInText } from './extract.ts'
import { matches } from './matches.ts'
import { moduleOf, type Scope, valuesExportedBy } from './module.ts'

const root = join(import.meta.dirname, '..', '..')
// Inside the root, so that packages are found; named by process, so that two runs do not meet.
const folder = join(root, '.cache', `examples-${process.pid}`)

const sources = globSync('{packages,adapters}/*/src/**/*.{ts,tsx}', { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !/\.(test|test-d|fixture|cases)\.tsx?$/.test(path))
const texts = globSync(['*.md', 'docs/**/*.md', '{packages,adapters,products,examples}/*/*.md'], {
  cwd: root,
})

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const exported = new Map(sources.map((path) => [path, valuesExportedBy(path, read(path))]))
const examples = [
  ...sources.flatMap((path) => examplesInComments(path, read(path))),
  ...texts.flatMap((path) => examplesInText(path, read(path))),
]
const fileOf = (index: number): string => join(folder, `${index}.ts`)
const placeOf = (index: number): string => join(folder, String(index))

/** An example may use what its own file exports, then what other files of its package do, without importing it. */
function scopeOf({ path }: Example): Scope {
  const home = path.split('/').slice(0, 2).join('/')
  const siblings = sources.filter((other) => other.startsWith(`${home}/`) && !other.endsWith('/index.ts'))
  const scope = new Map<string, string>()
  for (const other of [path, ...siblings]) {
    for (const name of exported.get(other) ?? []) {
      if (!scope.has(name)) scope.set(name, `./${relative(folder, join(root, other))}`.replaceAll('\\', '/'))
    }
  }
  return scope
}

beforeAll(() => {
  mkdirSync(folder, { recursive: true })
  examples.forEach((example, index) => {
    writeFileSync(fileOf(index), moduleOf(example, scopeOf(example)))
    mkdirSync(placeOf(index))
  })
  const compilerOptions = { noEmit: true, noUnusedLocals: false, incremental: false, tsBuildInfoFile: null }
  const config = { extends: '../../tsconfig.json', compilerOptions, include: ['*.ts'] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
})

afterAll(() => {
  process.chdir(root)
  rmSync(folder, { recursive: true, force: true })
})

describe('examples in doc comments and texts', () => {
  test('have right types', async () => {
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    const run = promisify(execFile)(process.execPath, [tsc, '--noEmit', '-p', folder], { cwd: root })
    const { stdout } = await run.catch((error: { stdout: string }) => error)
    const mine = stdout.split('\n').filter((line) => line.includes(`examples-${process.pid}/`))
    expect(mine.map(inOriginal)).toEqual([])
  })

  test.each(examples.map((example, index) => ({ where: `${example.path}:${example.line}`, index })))(
    '$where runs and shows what it says',
    async ({ index }) => {
      // Files that an example writes by a relative path land in a place of its own.
      process.chdir(placeOf(index))
      const module: { shown: [number, unknown, string][] } = await import(pathToFileURL(fileOf(index)).href)
      for (const [line, value, comment] of module.shown) {
        expect
          .soft(matches(value, comment) ?? true, `line ${line}: ${show(value)}, not ${comment}`)
          .toBe(true)
      }
    },
  )
})

/** Turns the place of a compiler message back into the place of the example. */
function inOriginal(message: string): string {
  return message.replace(/^\S*\/(\d+)\.ts\((\d+),\d+\)/, (whole, index: string, line: string) => {
    const example = examples[Number(index)]
    return example === undefined ? whole : `${example.path}:${example.line + Number(line) - 2}`
  })
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value)
}
