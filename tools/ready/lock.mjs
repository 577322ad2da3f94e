import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * Runs work while no other process of this checkout does: two commands started together must not install or build over
 * each other. A lock whose owner is gone is taken over.
 */
export async function withLock(root, work) {
  const path = join(root, '.cache', 'ready.lock')
  mkdirSync(dirname(path), { recursive: true })
  while (!take(path)) await wait(100)
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!isRunning(ownerOf(path))) rmSync(path, { force: true })
    return false
  }
}

function ownerOf(path) {
  try {
    return Number(readFileSync(path, 'utf8'))
  } catch {
    return 0
  }
}

function isRunning(pid) {
  // The owner's number is not in the file yet, or the file is just being removed: it is at work.
  if (!Number.isInteger(pid) || pid <= 0) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
