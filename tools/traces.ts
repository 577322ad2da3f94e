import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findTraces } from './traces/find.ts'

/** `node tools/traces.ts`: no committed file names a registry or a folder of the machine it was written on. */
function main(): number {
  const root = join(import.meta.dirname, '..')
  const words = ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate', '-z']
  const paths = execFileSync('git', words, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 }).split('\0')
  let found = 0
  for (const path of paths.filter((path) => path !== '')) {
    for (const { line, trace } of findTraces(readIfThere(join(root, path)))) {
      found += 1
      console.log(`${path}:${line} names ${trace}\n  Use a relative path, os.tmpdir() or a setting.`)
    }
  }
  return found === 0 ? 0 : 1
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // Listed by git, deleted in the folder.
    return ''
  }
}

process.exitCode = main()
