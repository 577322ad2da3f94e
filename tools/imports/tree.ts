import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The files of a repository by their path from its root, with `/` on every system. */
export type Tree = ReadonlyMap<string, string>

const code = /\.(ts|tsx|mts)$/
const manifest = /(^|\/)package\.json$/

/** Reads the code and the package.json files that git knows of or would add. */
export function readTree(root: string): Tree {
  const words = ['ls-files', '--cached', '--others', '--exclude-standard', '-z']
  const paths = execFileSync('git', words, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 }).split('\0')
  const tree = new Map<string, string>()
  for (const path of new Set(paths)) {
    if (!code.test(path) && !manifest.test(path)) continue
    const text = readIfThere(join(root, path))
    if (text !== undefined) tree.set(path, text)
  }
  return tree
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // Listed by git, deleted in the folder.
    return undefined
  }
}
