import { fork } from 'node:child_process'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs, styleText } from 'node:util'
import { verdictOf } from './baseline.ts'
import type { BenchResult } from './result.ts'

const root = new URL('../', import.meta.url)
const baselineFile = new URL('baseline.json', import.meta.url)

/** Benchmarks: files of this folder and `bench.ts` of a package that export `run`. */
function benchmarks(names: readonly string[]): readonly string[] {
  const found = globSync(['bench/*.bench.ts', '{packages,adapters,products}/*/bench.ts'], {
    cwd: fileURLToPath(root),
  })
  return found.filter((file) => names.length === 0 || names.some((name) => file.includes(name))).sort()
}

/** Runs one file in a process of its own, so that what one leaves behind cannot slow the next. */
function runIn(file: string): Promise<readonly BenchResult[]> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('child.ts', import.meta.url)), [file], {
      execArgv: ['--conditions=source'],
    })
    let results: readonly BenchResult[] | undefined
    child.on('message', (message) => {
      results = message as readonly BenchResult[]
    })
    child.on('error', reject)
    child.on('exit', () => resolve(results ?? []))
  })
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { update: { type: 'boolean', default: false } },
})
const baseline: Record<string, number> = existsSync(baselineFile)
  ? JSON.parse(readFileSync(baselineFile, 'utf8'))
  : {}
const ratios: Record<string, number> = values.update ? {} : { ...baseline }
let failed = 0
for (const file of benchmarks(positionals)) {
  const results = await runIn(file)
  if (results.length === 0) failed++
  for (const result of results) {
    const { key, line, worse } = verdictOf(result, baseline)
    ratios[key] = result.ratio
    process.stdout.write(`${worse && !values.update ? styleText('red', line) : line}\n`)
    if (worse && !values.update) failed++
  }
}
if (values.update) writeFileSync(baselineFile, `${JSON.stringify(ratios, undefined, 2)}\n`)
process.exitCode = failed > 0 ? 1 : 0
