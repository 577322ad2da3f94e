import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { styleText } from 'node:util'

interface Check {
  readonly what: string
  readonly command: string
  readonly words: readonly string[]
}

const root = join(import.meta.dirname, '..')
const bin = join(root, 'node_modules', '.bin')

const checks: readonly Check[] = [
  { what: 'format and lint (biome)', command: join(bin, 'biome'), words: ['check', '--error-on-warnings'] },
  { what: 'types (tsc)', command: join(bin, 'tsc'), words: ['--noEmit'] },
  { what: 'who imports whom, cycles', command: process.execPath, words: ['tools/imports.ts'] },
  { what: 'unused files, exports, packages (knip)', command: join(bin, 'knip'), words: ['--no-progress'] },
  { what: 'traces of a machine', command: process.execPath, words: ['tools/traces.ts'] },
]

/** `npm run check`: every check at once, a line for each, the output of those that fail. */
async function main(): Promise<number> {
  const results = await Promise.all(checks.map(run))
  return results.every((passed) => passed) ? 0 : 1
}

async function run({ what, command, words }: Check): Promise<boolean> {
  const start = performance.now()
  const { code, output } = await execute(command, words)
  const took = `${((performance.now() - start) / 1000).toFixed(1)} s`
  const mark = code === 0 ? styleText('green', 'ok    ') : styleText('red', 'failed')
  console.log(`${mark} ${what.padEnd(40)} ${took}`)
  if (code !== 0) console.log(`\n${output.trimEnd()}\n`)
  return code === 0
}

function execute(command: string, words: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const collect = (bytes: Buffer): void => {
      output += bytes
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

process.exitCode = await main()
