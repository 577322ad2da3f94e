import { execFile } from 'node:child_process'
import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { publicPackages } from './build/packages.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')

/**
 * `npm run build`: makes every package ready to be published. Its sources are compiled into `dist`, after those of the
 * packages it needs; the licence goes with each, and the built studio with the command that serves it.
 */
async function main(): Promise<number> {
  for (const { folder, name } of publicPackages(root)) {
    rmSync(join(root, folder, 'dist'), { recursive: true, force: true })
    cpSync(join(root, 'LICENSE'), join(root, folder, 'LICENSE'))
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    try {
      await run(process.execPath, [tsc, '-p', join(root, folder, 'tsconfig.build.json')], { cwd: root })
    } catch (error) {
      const { stdout = '', message } = error as Error & { stdout?: string }
      console.error(`${name} could not be compiled:\n${stdout || message}`)
      return 1
    }
  }
  shipStudio()
  return 0
}

function shipStudio(): void {
  const built = join(root, 'packages', 'studio', 'dist')
  const shipped = join(root, 'packages', 'cli', 'studio')
  rmSync(shipped, { recursive: true, force: true })
  if (existsSync(built)) cpSync(built, shipped, { recursive: true })
}

process.exitCode = await main()
