import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { publicPackages } from './build/packages.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')

/** `npm run build`: compiles every package that is published into its `dist`, those it needs first. */
async function main(): Promise<number> {
  for (const { folder, name } of publicPackages(root)) {
    rmSync(join(root, folder, 'dist'), { recursive: true, force: true })
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    try {
      await run(process.execPath, [tsc, '-p', join(root, folder, 'tsconfig.build.json')], { cwd: root })
    } catch (error) {
      const { stdout = '', message } = error as Error & { stdout?: string }
      console.error(`${name} could not be compiled:\n${stdout || message}`)
      return 1
    }
  }
  return 0
}

process.exitCode = await main()
