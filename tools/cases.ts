import { globSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readCaseFile } from './case-file.ts'
import type { Case, CaseFile, CaseRunner } from './case-runner.ts'
import { SkippedCase } from './case-runner.ts'
import { compare, type Difference } from './compare.ts'

const root = resolve(import.meta.dirname, '..')
const runnerFiles = [
  'packages/holon/src/**/*.cases.ts',
  '{packages,adapters,products}/*/cases/*.ts',
  '{packages,adapters,products}/*/src/**/*.cases.ts',
]

interface Tally {
  passed: number
  failed: number
  skipped: number
}

/**
 * `npm run cases -- DIR`: checks every file of reference cases in a folder; exit code 1 when one fails, 2 on
 * misuse.
 */
async function main(): Promise<number> {
  const folder = caseFolder()
  const paths = caseFiles(folder)
  if (paths === undefined) {
    console.error(`There is no folder of case files at ${folder}.`)
    console.error('Name one: npm run cases -- DIR, or set HOLON_CASES.')
    return 2
  }
  const runners = await loadRunners()
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 }
  for (const path of paths) await runFile(path, runners, tally)
  console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`)
  return tally.failed > 0 ? 1 : 0
}

function caseFolder(): string {
  const named = process.argv[2]
  if (named !== undefined) return resolve(process.env.INIT_CWD ?? process.cwd(), named)
  return resolve(root, process.env.HOLON_CASES ?? '../shared/cases/dev')
}

function caseFiles(folder: string): string[] | undefined {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => join(folder, name))
  } catch {
    return undefined
  }
}

async function loadRunners(): Promise<ReadonlyMap<string, CaseRunner>> {
  const runners = new Map<string, CaseRunner>()
  const paths = globSync(runnerFiles, { cwd: root, exclude: ['**/node_modules/**', '**/dist/**'] })
  for (const path of paths.filter((path) => !path.endsWith('.test.ts')).sort()) {
    const module: { runner?: CaseRunner } = await import(pathToFileURL(join(root, path)).href)
    for (const id of module.runner?.ids ?? []) {
      if (module.runner !== undefined) runners.set(id, module.runner)
    }
  }
  return runners
}

async function runFile(path: string, runners: ReadonlyMap<string, CaseRunner>, tally: Tally): Promise<void> {
  let file: CaseFile
  try {
    file = readCaseFile(path)
  } catch (error) {
    tally.failed += 1
    console.log(`FAIL ${path}: cannot be read: ${messageOf(error)}`)
    return
  }
  const runner = runners.get(file.id)
  if (runner === undefined) {
    tally.skipped += file.cases.length
    console.log(`SKIP ${file.id}: no runner (${file.cases.length} cases)`)
    return
  }
  for (const testCase of file.cases) await runCase(file, testCase, runner, tally)
}

async function runCase(file: CaseFile, testCase: Case, runner: CaseRunner, tally: Tally): Promise<void> {
  const name = `${file.id} / ${testCase.name}`
  try {
    const got = await runner.run(testCase.input, file, testCase)
    if (got instanceof SkippedCase) {
      tally.skipped += 1
      console.log(`SKIP ${name}: ${got.reason}`)
      return
    }
    const differences = compare(got, testCase.expected, testCase.tolerance ?? file.tolerance)
    if (differences.length === 0) tally.passed += 1
    else fail(name, describe(differences), tally)
  } catch (error) {
    fail(name, `threw: ${messageOf(error)}`, tally)
  }
}

function fail(name: string, what: string, tally: Tally): void {
  tally.failed += 1
  console.log(`FAIL ${name}: ${what}`)
}

function describe(differences: readonly Difference[]): string {
  const [first, ...others] = differences
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`
  return `${first?.path || 'answer'}: got ${show(first?.got)}, expected ${show(first?.expected)}${more}`
}

function show(value: unknown): string {
  if (typeof value === 'number') return String(value)
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

process.exitCode = await main()
