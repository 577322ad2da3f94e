import { SqliteError, scriptBeside, Thread } from '@holon/sqlite'
import { HolonError, type Registry, type RegistryDocument, type RegistryWrite } from 'holon'
import type { Change, Conflict, Row } from './change.ts'

/** Where the registry is kept. */
export interface SqliteRegistryOptions {
  /** Its folder is made when there is none. Beside it stand a `-wal` and a `-shm` file that belong to it. */
  readonly file: string
}

/**
 * The registry in a SQLite file, held by a thread of its own. A write is on disk when it resolves. Several processes may
 * use one file; `watch` tells of the changes made through this registry.
 *
 * @throws HolonError `registry-unavailable` when the file cannot be opened: damaged, not a registry, or no room
 *
 * @example
 * ```ts
 * const registry = await sqliteRegistry({ file: '.holon/registry.db' })
 * await registry.write([{ do: 'put', collection: 'flights', key: 'calmer-meter', value: { ramp: 0.1 } }])
 * ```
 */
export async function sqliteRegistry({ file }: SqliteRegistryOptions): Promise<Registry> {
  const thread = new Thread(scriptBeside(import.meta.url, 'registry.thread'), { file })
  const watchers = new Set<{ readonly collection: string; readonly changed: (key: string) => void }>()
  await asked(thread.start())

  function notify(changes: readonly RegistryWrite[]): void {
    const seen = new Set<string>()
    for (const { collection, key } of changes) {
      const place = JSON.stringify([collection, key])
      if (seen.has(place)) continue
      seen.add(place)
      for (const watcher of watchers)
        if (watcher.collection === collection) queueMicrotask(() => watcher.changed(key))
    }
  }

  return {
    async get(collection, key) {
      const row = await asked(thread.ask<Row | undefined>('get', { collection, key }))
      return row === undefined ? undefined : documentOf(row)
    },
    async list(collection) {
      const rows = await asked(thread.ask<readonly Row[]>('list', collection))
      return rows.map(documentOf)
    },
    async write(changes) {
      const conflict = await asked(thread.ask<Conflict | undefined>('write', changes.map(changeOf)))
      if (conflict !== undefined) throw conflicting(conflict)
      notify(changes)
    },
    watch(collection, changed) {
      const watcher = { collection, changed }
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    putArtefact: (bytes) => {
      // A copy of the view alone: the buffer it looks into may be far larger, and stays the caller's.
      const copy = new Uint8Array(bytes)
      return asked(thread.ask<string>('putArtefact', copy, [copy.buffer]))
    },
    getArtefact: (sha256) => asked(thread.ask<Uint8Array | undefined>('getArtefact', sha256)),
    close: () => asked(thread.close()),
  }
}

function documentOf({ key, version, value }: Row): RegistryDocument {
  return { key, version, value: JSON.parse(value) }
}

function changeOf(change: RegistryWrite): Change {
  const { collection, key, version = null } = change
  return { collection, key, version, value: change.do === 'put' ? JSON.stringify(change.value) : null }
}

function conflicting(conflict: Conflict): HolonError {
  const { collection, key, expected, found } = conflict
  return new HolonError(
    'registry-conflict',
    `Document ${key} of ${collection} has version ${found}, not ${expected}.`,
    'Read it again, decide again, and write with the version read.',
    { details: { ...conflict } },
  )
}

async function asked<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (cause) {
    if (cause instanceof SqliteError)
      throw new HolonError('registry-unavailable', cause.message, cause.fix, { cause })
    throw cause
  }
}
