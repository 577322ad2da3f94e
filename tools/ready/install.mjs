import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from './fingerprint.mjs'
import { run } from './run.mjs'

/** Are the packages of package-lock.json the ones in node_modules? */
export function isInstalled(root) {
  try {
    return readFileSync(stamp(root), 'utf8') === wanted(root)
  } catch {
    return false
  }
}

/** Installs what package-lock.json says. @throws Error with npm's output when npm fails. */
export async function install(root) {
  const start = performance.now()
  const first = !existsSync(join(root, 'node_modules'))
  console.log(first ? 'Installing packages (once).' : 'Installing packages: package-lock.json has changed.')
  // `ci` follows the lock file to the letter but starts from nothing; `install` changes only what has changed.
  const npm = process.env.npm_execpath
  const words = [first ? 'ci' : 'install', '--no-audit', '--no-fund']
  const result = npm ? await run(process.execPath, [npm, ...words], root) : await run('npm', words, root)
  if (result.code !== 0) throw new Error(`npm could not install the packages:\n${result.output}`)
  mkdirSync(join(root, 'node_modules'), { recursive: true })
  writeFileSync(stamp(root), wanted(root))
  console.log(`Packages installed in ${((performance.now() - start) / 1000).toFixed(1)} s.`)
}

function wanted(root) {
  // A copy of the folder on another kind of machine needs other native files.
  return `${process.platform}-${process.arch}-${fingerprint(root, ['package-lock.json', '.npmrc'])}`
}

function stamp(root) {
  return join(root, 'node_modules', '.ready')
}
