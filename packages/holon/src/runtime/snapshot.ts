import { canonical, type Json, type JsonObject } from '../spec/json.ts'
import type { Model, ModelVersion } from '../spec/model.ts'
import type { Registry } from '../spec/ports.ts'
import type { Tunings } from '../spec/utilities.ts'
import { systemDocument } from '../system/document.ts'
import type { System } from '../system/system.ts'
import { sha256 } from './sha256.ts'

/** Everything that decides, by content: the manifest behind a snapshot hash. */
export interface Manifest {
  readonly system: string
  /** SHA-256 of the declaration's JSON form. */
  readonly declaration: string
  /** SHA-256 of the code bundle that can replay, an artefact of the registry; absent where code is not bundled. */
  readonly bundle?: string
  readonly models: Readonly<Record<string, ModelVersion & { readonly calibration: Json }>>
  /** Utilities that differed from the code's; absent where none did. */
  readonly tunings?: Tunings
}

/** Collection of the registry that holds the manifests by their hash. */
export const snapshots = 'snapshots'

/** The manifest of a system as it is now, with the tunings that are in it. */
export async function manifestOf(
  system: System,
  models: Readonly<Record<string, Model>>,
  bundle: string | undefined,
  tunings: Tunings = {},
): Promise<Manifest> {
  const { findings: _, ...declaration } = systemDocument(system)
  const versions = Object.entries(models).map(([name, { version, calibration }]) => [
    name,
    { ...version, calibration: calibration ?? null },
  ])
  return {
    system: system.name,
    declaration: await sha256(canonical(declaration)),
    ...(bundle === undefined ? {} : { bundle }),
    models: Object.fromEntries(versions),
    ...(Object.keys(tunings).length > 0 && { tunings }),
  }
}

/** Puts a manifest into the registry, if it is new, and answers its hash: the snapshot that every record carries. */
export async function keepSnapshot(registry: Registry, manifest: Manifest): Promise<string> {
  const hash = await sha256(canonical(manifest))
  if ((await registry.get(snapshots, hash)) === undefined) {
    const value = JSON.parse(canonical(manifest)) as JsonObject
    await registry.write([{ do: 'put', collection: snapshots, key: hash, value }])
  }
  return hash
}
