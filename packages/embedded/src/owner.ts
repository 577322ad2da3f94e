import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { HolonError } from 'holon'

/** Who works on a data folder. */
export interface Owner {
  readonly pid: number
  /** Where its API answers, once it does. */
  readonly address?: string
}

/** A data folder that this process works on, and no other. */
export interface Ownership {
  /** Lets other processes know where the API of this one answers. */
  announce(address: string): void
  release(): void
}

const lockFile = 'lock.sqlite'
const ownerFile = 'owner.json'

/** The locks that this process holds: one that nothing refers to would be closed, and so given up, as garbage. */
const held = new Set<DatabaseSync>()

/**
 * Takes a data folder, which is made when there is none. The operating system drops the lock when the process ends,
 * however it ends, so a crash leaves nothing to clean up.
 *
 * @throws HolonError `config-invalid` when another process works on it
 */
export function takeOwnership(folder: string): Ownership {
  mkdirSync(folder, { recursive: true })
  const lock = new DatabaseSync(join(folder, lockFile), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    throw taken(folder, cause)
  }
  held.add(lock)
  const write = (owner: Owner): void => writeFileSync(join(folder, ownerFile), JSON.stringify(owner))
  write({ pid: process.pid })
  return {
    announce: (address) => write({ pid: process.pid, address }),
    release: () => {
      rmSync(join(folder, ownerFile), { force: true })
      lock.close()
      held.delete(lock)
    },
  }
}

/** Who works on a data folder now; undefined when nobody does. */
export function ownerOf(folder: string): Owner | undefined {
  const owner = readOwner(folder)
  if (owner === undefined || !isLocked(folder)) return undefined
  return owner
}

function readOwner(folder: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, ownerFile), 'utf8')) as Owner
  } catch {
    return undefined
  }
}

function isLocked(folder: string): boolean {
  try {
    const lock = new DatabaseSync(join(folder, lockFile), { timeout: 0, open: false })
    lock.open()
    try {
      lock.exec('BEGIN EXCLUSIVE')
      return false
    } finally {
      lock.close()
    }
  } catch {
    return true
  }
}

function taken(folder: string, cause: unknown): HolonError {
  const owner = readOwner(folder)
  const who = owner === undefined ? 'Another process' : `Process ${owner.pid}`
  return new HolonError(
    'config-invalid',
    `${who} works on the data folder ${resolve(folder)}.`,
    owner === undefined
      ? 'Stop it, or choose another folder by HOLON_DATA.'
      : `Stop process ${owner.pid}, or choose another folder by HOLON_DATA.`,
    { cause, details: { ...owner } },
  )
}
