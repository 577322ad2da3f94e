import type { AssigningFlight } from '../spec/flight.ts'
import { canonical, type Json, type JsonObject } from '../spec/json.ts'
import type { Model, ModelVersion } from '../spec/model.ts'
import type { Registry } from '../spec/ports.ts'
import type { Tunings } from '../spec/tunings.ts'
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
  readonly models: Readonly<Record<string, ModelInManifest>>
  /** Other versions of models that its flights name, by model and name; absent where they name none. */
  readonly versions?: Readonly<Record<string, Readonly<Record<string, ModelInManifest>>>>
  /** What assigns of the flights that ran or were kept; absent where there were none. */
  readonly flights?: readonly AssigningFlight[]
  /** Utilities that differed from the code's; absent where none did. */
  readonly tunings?: Tunings
  /** SHA-256 of what each policy had learned, an artefact of the registry; absent where none had. */
  readonly learned?: Readonly<Record<string, string>>
}

/** A model as far as it decides. */
export interface ModelInManifest extends ModelVersion {
  readonly calibration: Json
  readonly cost?: number
}

/** What a manifest is made of. */
export interface ManifestInit {
  readonly models: Readonly<Record<string, Model>>
  readonly versions?: Readonly<Record<string, Readonly<Record<string, Model>>>>
  readonly bundle: string | undefined
  readonly tunings?: Tunings | undefined
  readonly flights?: readonly AssigningFlight[] | undefined
  readonly learned?: Manifest['learned'] | undefined
}

/** Collection of the registry that holds the manifests by their hash. */
export const snapshots = 'snapshots'

/** The manifest of a system as it is now, with the tunings that are in it. */
export async function manifestOf(
  system: System,
  { models, versions = {}, bundle, tunings = {}, flights = [], learned = {} }: ManifestInit,
): Promise<Manifest> {
  const { findings: _, ...declaration } = systemDocument(system)
  const tried = versionsTried(system, versions, flights)
  return {
    system: system.name,
    declaration: await sha256(canonical(declaration)),
    ...(bundle === undefined ? {} : { bundle }),
    models: mapped(models, inManifest),
    ...(Object.keys(tried).length > 0 && { versions: tried }),
    ...(flights.length > 0 && { flights }),
    ...(Object.keys(tunings).length > 0 && { tunings }),
    ...(Object.keys(learned).length > 0 && { learned }),
  }
}

const inManifest = ({ version, calibration, cost }: Model): ModelInManifest => ({
  ...version,
  calibration: calibration ?? null,
  ...(cost !== undefined && { cost }),
})

/** Those that no flight names decide nothing. */
function versionsTried(
  system: System,
  versions: NonNullable<ManifestInit['versions']>,
  flights: readonly AssigningFlight[],
): NonNullable<Manifest['versions']> {
  const tried: Record<string, Record<string, ModelInManifest>> = {}
  for (const { decision, arms } of flights) {
    const model = system.decisions.find(({ name }) => name === decision)?.model?.name
    for (const { model: version } of arms) {
      const found = model === undefined || version === undefined ? undefined : versions[model]?.[version]
      if (model !== undefined && version !== undefined && found !== undefined) {
        tried[model] = { ...tried[model], [version]: inManifest(found) }
      }
    }
  }
  return tried
}

const mapped = <A, B>(of: Readonly<Record<string, A>>, make: (one: A) => B): Readonly<Record<string, B>> =>
  Object.fromEntries(Object.entries(of).map(([name, one]) => [name, make(one)]))

/** Puts a manifest into the registry, if it is new, and answers its hash: the snapshot that every record carries. */
export async function keepSnapshot(registry: Registry, manifest: Manifest): Promise<string> {
  const hash = await sha256(canonical(manifest))
  if ((await registry.get(snapshots, hash)) === undefined) {
    const value = JSON.parse(canonical(manifest)) as JsonObject
    await registry.write([{ do: 'put', collection: snapshots, key: hash, value }])
  }
  return hash
}
