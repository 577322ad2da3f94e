import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A package as its package.json says it is. */
export interface PublicPackage {
  readonly name: string
  readonly folder: string
  /** Public subpaths that are code: `.`, `./stats`. */
  readonly entries: readonly string[]
  /** Names of the packages it needs to run. */
  readonly needs: readonly string[]
}

interface Manifest {
  readonly name: string
  readonly private?: boolean
  readonly exports?: Readonly<Record<string, unknown>>
  readonly dependencies?: Readonly<Record<string, string>>
}

/** The packages of the workspace that are published, each after those it needs. */
export function publicPackages(root: string): readonly PublicPackage[] {
  const manifests = globSync('{packages,adapters}/*/package.json', { cwd: root }).sort()
  const found = new Map<string, PublicPackage>()
  for (const path of manifests) {
    const manifest: Manifest = JSON.parse(readFileSync(join(root, path), 'utf8'))
    if (manifest.private === true) continue
    found.set(manifest.name, {
      name: manifest.name,
      folder: dirname(path),
      entries: Object.keys(manifest.exports ?? {}).filter((path) => !path.endsWith('.css')),
      needs: Object.keys(manifest.dependencies ?? {}),
    })
  }
  const ordered = new Set<PublicPackage>()
  const visit = (name: string): void => {
    const one = found.get(name)
    if (one === undefined || ordered.has(one)) return
    one.needs.forEach(visit)
    ordered.add(one)
  }
  for (const name of found.keys()) visit(name)
  return [...ordered]
}
