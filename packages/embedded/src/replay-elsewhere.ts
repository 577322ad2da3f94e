import {
  type DecisionRecord,
  HolonError,
  type Manifest,
  type Model,
  type OpenOptions,
  type Registry,
} from 'holon'
import { type Bundle, loadBundle } from './bundle.ts'

/** Makes a model of the bytes of its artefact. */
export type LoadModel = (bytes: Uint8Array, name: string, version: string) => Promise<Model>

/**
 * Replays records of other snapshots: with the code and the model artefacts that the manifest of the snapshot names,
 * all from the registry. A model that is code and not an artefact answers as it does now, if it has the same version.
 */
export function replayElsewhere(
  registry: Registry,
  present: Readonly<Record<string, Model>>,
  load: LoadModel,
): NonNullable<OpenOptions['replayElsewhere']> {
  const loaded = new Map<string, Promise<Bundle>>()
  const bundleOf = (hash: string): Promise<Bundle> => {
    const known = loaded.get(hash) ?? bundleFrom(registry, hash)
    loaded.set(hash, known)
    return known
  }
  return async (manifest, record) => {
    if (manifest.bundle === undefined) throw unknown(record, 'its code was not kept')
    const bundle = await bundleOf(manifest.bundle)
    const models = await modelsOf(manifest, record, registry, present, load)
    return bundle.replayWith(bundle.system, models, record, manifest.tunings)
  }
}

async function bundleFrom(registry: Registry, hash: string): Promise<Bundle> {
  const code = await registry.getArtefact(hash)
  if (code !== undefined) return loadBundle(code)
  throw new HolonError(
    'snapshot-unknown',
    `The code bundle ${hash.slice(0, 12)} is not in the registry.`,
    'Replay where the registry of that time is.',
  )
}

async function modelsOf(
  manifest: Manifest,
  record: DecisionRecord,
  registry: Registry,
  models: Readonly<Record<string, Model>>,
  load: LoadModel,
): Promise<Readonly<Record<string, Model>>> {
  const entries = Object.entries(manifest.models).map(async ([name, { version, sha256 }]) => {
    const now = models[name]
    if (sha256 === undefined) {
      if (now?.version.version === version) return [name, now] as const
      throw unknown(record, `the model "${name}" ${version} is code that is not here any more`)
    }
    if (now?.version.sha256 === sha256) return [name, now] as const
    const bytes = await registry.getArtefact(sha256)
    if (bytes === undefined) throw unknown(record, `the file of the model "${name}" ${version} is gone`)
    return [name, await load(bytes, name, version)] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}

function unknown(record: DecisionRecord, why: string): HolonError {
  const { id, snapshot } = record.open
  return new HolonError(
    'snapshot-unknown',
    `Decision ${id} was decided under snapshot ${snapshot.slice(0, 12)}, and ${why}.`,
    'Open the system with `source`, and give its models as files: then both are kept with every snapshot.',
  )
}
