import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onnx } from '@holon/model-onnx'
import { HolonError, type Model, type Registry } from 'holon'

/** What answers for a model: an ONNX file by its path or URL, a model made by code, or a function that makes one. */
export type ModelSource = string | URL | Model | (() => Model | Promise<Model>)

/**
 * Makes the model of a source. With a registry, the file is kept there under its SHA-256, so that what it decided can be
 * replayed after the file has changed.
 *
 * @throws HolonError `model-invalid` when there is no file, or it cannot be used
 */
export async function modelFrom(name: string, source: ModelSource, registry?: Registry): Promise<Model> {
  if (typeof source === 'function') return source()
  if (typeof source !== 'string' && !(source instanceof URL)) return source
  const path = source instanceof URL ? fileURLToPath(source) : source
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new HolonError(
      'model-invalid',
      `The file ${path} of the model "${name}" cannot be read.`,
      'Train the model, or give the path of its ONNX file.',
      { cause },
    )
  })
  const model = await onnx(bytes, { name: basename(path).replace(/\.onnx$/, '') })
  await registry?.putArtefact(bytes)
  return model
}

/** Makes the models of all sources, or none: those made before one fails are closed again. */
export async function modelsFrom(
  sources: Readonly<Record<string, ModelSource>>,
  registry?: Registry,
): Promise<Readonly<Record<string, Model>>> {
  const names = Object.keys(sources)
  const made = await Promise.allSettled(
    names.map((name) => modelFrom(name, sources[name] as ModelSource, registry)),
  )
  const failed = made.find((one) => one.status === 'rejected')
  if (failed !== undefined) {
    await Promise.all(made.map((one) => (one.status === 'fulfilled' ? one.value.close?.() : undefined)))
    throw failed.reason
  }
  return Object.fromEntries(
    made.map((one, index) => [names[index], (one as PromiseFulfilledResult<Model>).value]),
  )
}

/** Makes other versions of models, by model and by name, or none. Errors as `modelFrom`. */
export async function versionsFrom(
  sources: Readonly<Record<string, Readonly<Record<string, ModelSource>>>>,
  registry?: Registry,
): Promise<Readonly<Record<string, Readonly<Record<string, Model>>>>> {
  const names = Object.keys(sources)
  const made = await Promise.allSettled(names.map((name) => modelsFrom(sources[name] ?? {}, registry)))
  const failed = made.find((one) => one.status === 'rejected')
  if (failed === undefined) {
    return Object.fromEntries(
      made.flatMap((one, at) => (one.status === 'fulfilled' ? [[names[at], one.value] as const] : [])),
    )
  }
  const others = made.flatMap((one) => (one.status === 'fulfilled' ? Object.values(one.value) : []))
  await Promise.all(others.map((model) => model.close?.()))
  throw failed.reason
}
