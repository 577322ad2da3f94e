import { existsSync, globSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Product } from '@holon/embedded'
import { HolonError } from 'holon'

const config = ['holon.config.ts', 'holon.config.js', 'holon.config.mjs']

/** A product, and the module that exports it, so that a thread can load it too. */
export interface Found extends Product {
  readonly module: string
}

/**
 * Finds products: a path names a file that exports `product`; a word names a system. Without any, all of them:
 * those of `holon.config.ts` (export `products` or `product`) if there is one here, otherwise `products/*\/product.ts`.
 *
 * @throws HolonError `name-unknown` when nothing is found, `config-invalid` for a file that exports no product
 */
export async function findProducts(
  names: readonly string[],
  folder: string = process.cwd(),
): Promise<readonly Found[]> {
  const paths = names.filter(isPath)
  const words = names.filter((name) => !isPath(name))
  const given = await loadAll(paths.map((path) => resolve(folder, path)))
  if (words.length === 0 && given.length > 0) return given
  const here = await loadAll(filesIn(folder))
  if (here.length === 0) throw nothingFound(folder)
  if (words.length === 0) return here
  return [...given, ...words.map((word) => named(word, here))]
}

/** The one product with a name (or of a path). Errors as `findProducts`. */
export async function findProduct(name: string): Promise<Found> {
  const [found] = await findProducts([name])
  return found as Found
}

function isPath(name: string): boolean {
  return /[/\\]|\.[cm]?[jt]s$/.test(name)
}

function filesIn(folder: string): readonly string[] {
  const own = config.map((name) => join(folder, name)).find((path) => existsSync(path))
  if (own !== undefined) return [own]
  const found = globSync('products/*/product.{ts,js,mjs}', { cwd: folder }).sort()
  // Beside a compiled file its source stands for both.
  const folders = new Map(found.map((path) => [dirname(path), join(folder, path)]))
  return [...folders.values()]
}

async function loadAll(paths: readonly string[]): Promise<readonly Found[]> {
  return (await Promise.all(paths.map(load))).flat()
}

/** Loads the product of a system from the module it was found in. Errors as `findProducts`. */
export async function loadProduct(module: string, system: string): Promise<Found> {
  return named(system, await load(fileURLToPath(module)))
}

async function load(path: string): Promise<readonly Found[]> {
  const exported = await importFile(path)
  const products = Array.isArray(exported.products) ? exported.products : [exported.product]
  const module = pathToFileURL(path).href
  if (products.every(isProduct)) return products.map((product) => ({ ...product, module }))
  throw new HolonError(
    'config-invalid',
    `${path} does not export a product.`,
    'Write `export const product = defineProduct({ system, source: new URL(…) })`, with defineProduct of @holon/embedded.',
  )
}

async function importFile(path: string): Promise<Readonly<Record<string, unknown>>> {
  if (!existsSync(path)) {
    throw new HolonError('config-invalid', `There is no file ${path}.`, 'Give the path of a product.')
  }
  return import(pathToFileURL(path).href)
}

function isProduct(value: unknown): value is Product {
  const { system, source } = (value ?? {}) as Partial<Product>
  return system?.kind === 'system' && source instanceof URL
}

function named(name: string, all: readonly Found[]): Found {
  const found = all.find(({ system }) => system.name === name)
  if (found !== undefined) return found
  const known = all.map(({ system }) => system.name).join(', ')
  throw new HolonError('name-unknown', `There is no system "${name}" here.`, `Use one of: ${known}.`)
}

function nothingFound(folder: string): HolonError {
  return new HolonError(
    'name-unknown',
    `No product is found in ${folder}.`,
    'Give the path of a file that exports `product`, or put products into products/<name>/product.ts.',
  )
}
