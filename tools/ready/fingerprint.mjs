import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const skipped = /^(node_modules|dist|\..*)$|\.(test|test-d|fixture|cases)\.tsx?$/

/** SHA-256 over the names and bytes of files and folders; tests, built files and dot files do not count. */
export function fingerprint(root, paths) {
  const hash = createHash('sha256')
  for (const path of paths) add(hash, root, path)
  return hash.digest('hex')
}

function add(hash, root, path) {
  let content
  try {
    content = readFileSync(join(root, path))
  } catch (error) {
    if (error.code === 'EISDIR') addFolder(hash, root, path)
    else if (error.code !== 'ENOENT') throw error
    return
  }
  hash.update(`${path}\0${content.length}\0`).update(content)
}

function addFolder(hash, root, path) {
  const names = readdirSync(join(root, path)).filter((name) => !skipped.test(name))
  for (const name of names.sort()) add(hash, root, `${path}/${name}`)
}
