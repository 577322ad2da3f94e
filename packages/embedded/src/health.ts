import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sqliteLog } from '@holon/log-sqlite'
import type { EventEntry, Manifest, Registry } from 'holon'

/** Events per second that a disk makes durable. */
export interface DurableWrites {
  /** One after the other, each on disk before the next begins. */
  readonly oneByOne: number
  /** In groups of a hundred, as under load. */
  readonly grouped: number
}

/** Measures, for about a second, how many records per second become durable in a folder. */
export async function measureDurableWrites(folder: string, milliseconds = 500): Promise<DurableWrites> {
  const trial = await mkdtemp(join(folder, 'trial-'))
  const log = await sqliteLog({ file: join(trial, 'log.db') })
  const rate = async (group: number): Promise<number> => {
    const entries = Array.from({ length: group }, () => ({ entry: sample }))
    const start = performance.now()
    let stored = 0
    while (performance.now() - start < milliseconds) {
      await log.append(entries)
      stored += group
    }
    return Math.round((1000 * stored) / (performance.now() - start))
  }
  try {
    return { oneByOne: await rate(1), grouped: await rate(100) }
  } finally {
    await log.close()
    await rm(trial, { recursive: true, force: true })
  }
}

/** About as large as a decision. */
const sample: EventEntry = {
  kind: 'event',
  at: 0,
  system: 'trial',
  name: 'trial',
  details: { text: 'x'.repeat(900) },
}

/** An artefact that snapshots name, and whether the registry holds exactly it. */
export interface ArtefactState {
  readonly what: string
  readonly sha256: string
  readonly state: 'sound' | 'missing' | 'altered'
}

/** Compares every model file and code bundle that a snapshot names with its SHA-256. */
export async function verifyArtefacts(registry: Registry): Promise<readonly ArtefactState[]> {
  const named = new Map<string, string>()
  for (const { value } of await registry.list('snapshots')) {
    const { system, bundle, models } = value as unknown as Manifest
    if (bundle !== undefined) named.set(bundle, `code of ${system}`)
    for (const [name, { version, sha256 }] of Object.entries(models)) {
      if (sha256 !== undefined) named.set(sha256, `model ${name} ${version} of ${system}`)
    }
  }
  return Promise.all(
    [...named].map(async ([sha256, what]) => ({ what, sha256, state: await stateOf(registry, sha256) })),
  )
}

async function stateOf(registry: Registry, sha256: string): Promise<ArtefactState['state']> {
  const bytes = await registry.getArtefact(sha256)
  if (bytes === undefined) return 'missing'
  return createHash('sha256').update(bytes).digest('hex') === sha256 ? 'sound' : 'altered'
}

const libraries = [
  ['DuckDB', '@holon/warehouse-duckdb', '@duckdb/node-api'],
  ['ONNX Runtime', '@holon/model-onnx', 'onnxruntime-node'],
] as const

/** Versions of Node, of the SQLite in it, and of the libraries behind the adapters. */
export function libraryVersions(): Readonly<Record<string, string>> {
  const behind = libraries.map(([name, adapter, library]) => [name, versionOf(adapter, library)])
  return {
    Node: process.versions.node,
    SQLite: process.versions.sqlite ?? 'none',
    ...Object.fromEntries(behind),
  }
}

function versionOf(adapter: string, library: string): string {
  const home = findPackageJSON(adapter, import.meta.url)
  const manifest = home === undefined ? undefined : findPackageJSON(library, pathToFileURL(home))
  if (manifest === undefined) return 'none'
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version
}
