import { HolonError, type Model } from 'holon'
import { modelsFrom } from './models.ts'
import type { Product } from './product.ts'

/** Name of the version that is served. */
export const currentVersion = 'current'

/**
 * Loads what answers for the models in a version of a product, its world's name for it: the models of the product, and in
 * their place those of the version. Whoever loads them closes them.
 *
 * @throws HolonError `name-unknown` when the world has no such version, `model-invalid`
 */
export async function versionModels(
  { system, world, models = {} }: Product,
  version: string = currentVersion,
): Promise<Readonly<Record<string, Model>>> {
  if (version === currentVersion) return modelsFrom(models)
  const { versions = {} } = world ?? {}
  const found = Object.hasOwn(versions, version) ? versions[version] : undefined
  if (found !== undefined) return modelsFrom({ ...models, ...found.models })
  throw new HolonError(
    'name-unknown',
    `The world of ${system.name} has no version "${version}".`,
    `Use one of: ${[currentVersion, ...Object.keys(versions)].join(', ')}.`,
  )
}
