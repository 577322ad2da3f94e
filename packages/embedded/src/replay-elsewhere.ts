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

/** The models that answer now, and their other versions. */
export interface Present {
  readonly models: Readonly<Record<string, Model>>
  readonly versions: Readonly<Record<string, Readonly<Record<string, Model>>>>
}

/**
 * Replays records of other snapshots: with the code and the model artefacts that the manifest of the snapshot names,
 * all from the registry. A model that is code and not an artefact answers as it does now, if it has the same version.
 */
export function replayElsewhere(
  registry: Registry,
  present: Present,
  load: LoadModel,
): NonNullable<OpenOptions['replayElsewhere']> {
  const loaded = new Map<string, Promise<Bundle>>()
  const bundleOf = (hash: string): Promise<Bundle> => {
    const known = loaded.get(hash) ?? bundleFrom(registry, hash)
    loaded.set(hash, known)
    return known
  }
  return async (manifest, record, learned) => {
    if (manifest.bundle === undefined) throw unknown(record, 'its code was not kept')
    const bundle = await bundleOf(manifest.bundle)
    const models = await modelsOf(manifest.models, record, registry, present.models, load)
    const versions = await versionsOf(manifest, record, registry, present, load)
    const { flights, tunings } = manifest
    return bundle.replayWith(bundle.system, models, record, tunings, { flights, versions, learned })
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
  then: Manifest['models'],
  record: DecisionRecord,
  registry: Registry,
  models: Readonly<Record<string, Model>>,
  load: LoadModel,
): Promise<Readonly<Record<string, Model>>> {
  const entries = Object.entries(then).map(async ([name, { version, sha256 }]) => {
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

/** The versions that the flights of then named. One that is gone is missed only by decisions that it answered. */
async function versionsOf(
  { versions = {} }: Manifest,
  record: DecisionRecord,
  registry: Registry,
  present: Present,
  load: LoadModel,
): Promise<Present['versions']> {
  const answered = record.open.predictions[0]
  const all = Object.entries(versions).map(async ([model, then]) => {
    const found = Object.entries(then).map(async ([name, one]) => {
      try {
        return await modelsOf({ [name]: one }, record, registry, present.versions[model] ?? {}, load)
      } catch (error) {
        if (answered?.model === model && answered.version === one.version) throw error
        return { [name]: standIn(one) }
      }
    })
    return [model, Object.assign({}, ...(await Promise.all(found)))] as const
  })
  return Object.fromEntries(await Promise.all(all))
}

/** Another model than all others, and never asked. */
const standIn = (version: Manifest['models'][string]): Model => ({
  version,
  predict: () => {
    throw new HolonError('model-invalid', `${version.name} is not here any more.`, 'Nothing is to be done.')
  },
})

function unknown(record: DecisionRecord, why: string): HolonError {
  const { id, snapshot } = record.open
  return new HolonError(
    'snapshot-unknown',
    `Decision ${id} was decided under snapshot ${snapshot.slice(0, 12)}, and ${why}.`,
    'Open the system with `source`, and give its models as files: then both are kept with every snapshot.',
  )
}
