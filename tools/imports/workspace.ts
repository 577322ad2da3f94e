import { posix } from 'node:path'
import type { Tree } from './tree.ts'

/** A package of the workspace. `entries` are its public files by subpath (`.`, `./stats`). */
export interface Package {
  readonly name: string
  readonly folder: string
  readonly group: 'packages' | 'adapters' | 'products'
  readonly entries: ReadonlyMap<string, string>
}

/** Where a file stands. `package` is absent for tools, benchmarks and other files of the root. */
export interface Place {
  readonly path: string
  readonly package?: Package
  /** Path from the package's folder, or from the root. */
  readonly inside: string
  /** Code that checks other code: tests and their fixtures, type tests, reference cases, benchmarks. */
  readonly checks: boolean
}

/** What an import leads to. */
export type Target =
  | { readonly kind: 'file'; readonly place: Place; readonly by: 'path' | 'name' }
  /** A package of the workspace, by a subpath it does not publish. */
  | { readonly kind: 'closed'; readonly package: Package; readonly subpath: string }
  | { readonly kind: 'node' | 'library'; readonly name: string }

/** One import with both its ends. */
export interface Edge {
  readonly from: Place
  readonly to: Target
  readonly specifier: string
  readonly types: boolean
  readonly line: number
}

const packagePath = /^(packages|adapters|products)\/[^/]+\/package\.json$/
// Inside `src` a folder of these names holds a subject, such as statistical tests, and no checks.
const checking = /\.(test|test-d|fixture|cases)\.tsx?$|\/bench\.ts$|^(?!.*\/src\/)(.*\/)?(cases|test)\//

/** The packages of a tree, found by their package.json. */
export function packagesOf(tree: Tree): readonly Package[] {
  return [...tree].flatMap(([path, text]) => {
    const group = packagePath.exec(path)?.[1]
    if (group === undefined) return []
    const manifest = JSON.parse(text) as { name: string; exports?: Record<string, unknown> }
    const folder = posix.dirname(path)
    const entries = Object.entries(manifest.exports ?? {}).map(
      ([subpath, conditions]) => [subpath, posix.join(folder, sourceOf(conditions))] as const,
    )
    return [{ name: manifest.name, folder, group: group as Package['group'], entries: new Map(entries) }]
  })
}

/** Says where a file stands. */
export function placeOf(path: string, packages: readonly Package[]): Place {
  const home = packages.find(({ folder }) => path.startsWith(`${folder}/`))
  const checks = checking.test(path)
  if (home === undefined) return { path, inside: path, checks }
  return { path, package: home, inside: path.slice(home.folder.length + 1), checks }
}

/** Follows an import specifier from a file. */
export function targetOf(specifier: string, from: string, packages: readonly Package[]): Target {
  if (specifier.startsWith('.')) {
    const path = posix.join(posix.dirname(from), specifier)
    return { kind: 'file', place: placeOf(path, packages), by: 'path' }
  }
  if (specifier.startsWith('node:')) return { kind: 'node', name: specifier }
  const found = packages.find(({ name }) => specifier === name || specifier.startsWith(`${name}/`))
  if (found === undefined) return { kind: 'library', name: specifier }
  const subpath = `.${specifier.slice(found.name.length)}`
  const entry = found.entries.get(subpath)
  if (entry === undefined) return { kind: 'closed', package: found, subpath }
  return { kind: 'file', place: placeOf(entry, packages), by: 'name' }
}

function sourceOf(conditions: unknown): string {
  if (typeof conditions === 'string') return conditions
  const { source, default: otherwise } = conditions as { source?: string; default?: string }
  return source ?? otherwise ?? ''
}
