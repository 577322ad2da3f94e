import { HolonError } from '../spec/error.ts'
import type { Registry, RegistryDocument, RegistryWrite } from '../spec/ports.ts'
import { hex } from './hex.ts'

/** A document as kept: its value as text, so that nobody changes it from outside. Version 0: there is none. */
interface Kept {
  readonly collection: string
  readonly key: string
  readonly version: number
  readonly text: string
}

/** The registry in memory: for tests, simulations and pages. */
export function memoryRegistry(): Registry {
  const documents = new Map<string, Kept>()
  const artefacts = new Map<string, Uint8Array>()
  const watchers = new Set<{ readonly collection: string; readonly changed: (key: string) => void }>()
  let closed = false

  function check(): void {
    if (closed) throw new HolonError('registry-unavailable', 'The registry is closed.', 'Open it again.')
  }

  function notify(changes: Iterable<Kept>): void {
    for (const { collection, key } of changes)
      for (const watcher of watchers)
        if (watcher.collection === collection) queueMicrotask(() => watcher.changed(key))
  }

  return {
    async get(collection, key) {
      check()
      const kept = documents.get(place(collection, key))
      return kept === undefined ? undefined : shown(kept)
    },
    async list(collection) {
      check()
      const kept = [...documents.values()].filter((document) => document.collection === collection)
      return kept.sort((a, b) => (a.key < b.key ? -1 : 1)).map(shown)
    },
    async write(changes) {
      check()
      const next = changed(documents, changes)
      for (const [at, kept] of next) {
        if (kept.version === 0) documents.delete(at)
        else documents.set(at, kept)
      }
      notify(next.values())
    },
    watch(collection, changed) {
      const watcher = { collection, changed }
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    async putArtefact(bytes) {
      check()
      const copy = Uint8Array.from(bytes)
      const sha256 = hex(new Uint8Array(await crypto.subtle.digest('SHA-256', copy)))
      artefacts.set(sha256, copy)
      return sha256
    },
    async getArtefact(sha256) {
      check()
      return artefacts.get(sha256)?.slice()
    },
    async close() {
      closed = true
    },
  }
}

/** What the documents touched by the changes are after them. Nothing is changed yet, so a conflict leaves no trace. */
function changed(documents: ReadonlyMap<string, Kept>, changes: readonly RegistryWrite[]): Map<string, Kept> {
  const next = new Map<string, Kept>()
  for (const change of changes) {
    const { collection, key } = change
    const at = place(collection, key)
    const version = (next.get(at) ?? documents.get(at))?.version ?? 0
    if (change.version !== undefined && change.version !== version) throw conflict(change, version)
    if (change.do === 'put')
      next.set(at, { collection, key, version: version + 1, text: JSON.stringify(change.value) })
    else if (version > 0) next.set(at, { collection, key, version: 0, text: '' })
  }
  return next
}

function conflict({ collection, key, version }: RegistryWrite, found: number): HolonError {
  return new HolonError(
    'registry-conflict',
    `Document ${key} of ${collection} has version ${found}, not ${version}.`,
    'Read it again, decide again, and write with the version read.',
    { details: { collection, key, expected: version, found } },
  )
}

function place(collection: string, key: string): string {
  return JSON.stringify([collection, key])
}

function shown({ key, version, text }: Kept): RegistryDocument {
  return { key, version, value: JSON.parse(text) }
}
