// Runs before npm's start, test, check, bench and cases, on whatever Node is on the machine (20 or later), before
// anything is installed: plain JavaScript, no dependency.
import { join } from 'node:path'
import { install, isInstalled } from './ready/install.mjs'
import { withLock } from './ready/lock.mjs'
import { buildPages, stalePages } from './ready/pages.mjs'

const root = join(import.meta.dirname, '..')

async function ready() {
  if (!isInstalled(root)) await withLock(root, async () => isInstalled(root) || (await install(root)))
  if (!process.argv.includes('--pages') || stalePages(root).length === 0) return
  await withLock(root, () => buildPages(root, stalePages(root)))
}

ready().catch((error) => {
  console.error(error.message)
  process.exitCode = 1
})
