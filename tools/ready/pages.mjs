import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from './fingerprint.mjs'
import { run } from './run.mjs'

/** Browser pages whose sources have changed since they were built, as `{ folder, print }`. */
export function stalePages(root) {
  const packages = workspacePackages(root)
  return pageFolders(root)
    .map((folder) => ({ folder, print: printOf(root, folder, packages) }))
    .filter(({ folder, print }) => !isBuilt(root, folder, print))
}

/** Builds pages side by side. @throws Error with the output of the builds that failed. */
export async function buildPages(root, pages) {
  if (pages.length === 0) return
  const start = performance.now()
  console.log(`Building ${pages.map((page) => page.folder).join(', ')}.`)
  const failures = (await Promise.all(pages.map((page) => build(root, page)))).filter(Boolean)
  if (failures.length > 0) throw new Error(failures.join('\n'))
  console.log(`Pages built in ${((performance.now() - start) / 1000).toFixed(1)} s.`)
}

async function build(root, { folder, print }) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const environment = { ...process.env, NODE_ENV: 'production' }
  const result = await run('node', [vite, 'build'], join(root, folder), environment)
  if (result.code !== 0) return `${folder} could not be built:\n${result.output}`
  mkdirSync(join(root, '.cache', 'pages'), { recursive: true })
  writeFileSync(stamp(root, folder), print)
  return undefined
}

function isBuilt(root, folder, print) {
  if (!existsSync(join(root, folder, 'dist', 'index.html'))) return false
  try {
    return readFileSync(stamp(root, folder), 'utf8') === print
  } catch {
    return false
  }
}

function stamp(root, folder) {
  return join(root, '.cache', 'pages', folder.replaceAll('/', '-'))
}

function pageFolders(root) {
  const candidates = [
    ...folders(root, 'packages'),
    ...folders(root, 'products').map((product) => `${product}/page`),
  ]
  return candidates.filter((folder) => existsSync(join(root, folder, 'vite.config.ts')))
}

/** A page is made of its own package and of every workspace package that one needs, directly or through others. */
function printOf(root, folder, packages) {
  const home = folder.replace(/\/page$/, '')
  const [name] = [...packages].find(([, entry]) => entry.folder === home) ?? []
  const needed = new Set()
  const visit = (name) => {
    if (needed.has(name) || !packages.has(name)) return
    needed.add(name)
    for (const next of packages.get(name).needs) visit(next)
  }
  visit(name)
  const sources = [...needed].map((name) => packages.get(name).folder).sort()
  return fingerprint(root, ['package-lock.json', ...sources])
}

function workspacePackages(root) {
  const packages = new Map()
  for (const folder of ['packages', 'adapters', 'products'].flatMap((group) => folders(root, group))) {
    const file = join(root, folder, 'package.json')
    if (!existsSync(file)) continue
    const { name, dependencies, devDependencies } = JSON.parse(readFileSync(file, 'utf8'))
    packages.set(name, { folder, needs: Object.keys({ ...dependencies, ...devDependencies }) })
  }
  return packages
}

function folders(root, group) {
  if (!existsSync(join(root, group))) return []
  const entries = readdirSync(join(root, group), { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map((entry) => `${group}/${entry.name}`)
}
