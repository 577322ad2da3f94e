import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { HolonError, type Registry, type replayWith, type System } from 'holon'

/** What a bundle exports. */
export interface Bundle {
  readonly system: System
  readonly replayWith: typeof replayWith
}

/** Which files a bundle was made of, by their SHA-256: as long as they stay, the bundle stays. */
interface Known {
  readonly bundle: string
  readonly inputs: Readonly<Record<string, string>>
}

const collection = 'bundles'

/**
 * Keeps the code of a system as an artefact of the registry, so that its decisions can be replayed after the code has
 * changed: one module with the system, all it imports, and the kernel that decides. Made anew only when a file of it
 * has changed.
 *
 * @param source module that exports the system; it must not read files when it is loaded
 * @returns SHA-256 of the bundle
 * @throws HolonError `config-invalid` when the module does not export the system, or cannot be bundled
 */
export async function keepBundle(registry: Registry, system: System, source: URL): Promise<string> {
  const known = (await registry.get(collection, system.name))?.value as Known | undefined
  if (known !== undefined && (await isCurrent(known, source))) return known.bundle
  const { code, inputs } = await makeBundle(system, source)
  await mustLoad(code, system)
  const bundle = await registry.putArtefact(code)
  const value = { bundle, inputs: await digests(inputs) }
  await registry.write([{ do: 'put', collection, key: system.name, value }])
  return bundle
}

/** Loads a bundle, which needs nothing beside it. */
export async function loadBundle(code: Uint8Array): Promise<Bundle> {
  const folder = await mkdtemp(join(tmpdir(), 'holon-bundle-'))
  try {
    const file = join(folder, 'bundle.mjs')
    await writeFile(file, code)
    return (await import(pathToFileURL(file).href)) as Bundle
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Better now than years later, when nobody knows what is missing. */
async function mustLoad(code: Uint8Array, { name }: System): Promise<void> {
  try {
    await loadBundle(code)
  } catch (cause) {
    throw new HolonError(
      'config-invalid',
      `The code of "${name}" cannot be loaded apart from where it stands: ${cause instanceof Error ? cause.message : cause}`,
      'Let the modules of the system read no files when they are loaded; import data as JSON or TypeScript.',
      { cause },
    )
  }
}

async function isCurrent({ inputs }: Known, source: URL): Promise<boolean> {
  const paths = Object.keys(inputs)
  if (!paths.includes(fileURLToPath(source))) return false
  const now = await digests(paths)
  return paths.every((path) => now[path] === inputs[path])
}

async function digests(paths: readonly string[]): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await digest(path)] as const)))
}

async function digest(path: string): Promise<string> {
  const bytes = await readFile(path).catch(() => '')
  return createHash('sha256').update(bytes).digest('hex')
}

/** Compiles a system and all it needs to decide into one module that exports `system` and `replayWith`. */
async function makeBundle(system: System, source: URL): Promise<{ code: Uint8Array; inputs: string[] }> {
  const file = fileURLToPath(source)
  const name = await exportOf(system, source)
  const contents = [
    `export { ${JSON.stringify(name)} as system } from ${JSON.stringify(file)}`,
    `export { replayWith } from 'holon'`,
  ].join('\n')
  // Loaded only when something has changed: it takes longer to load than to look.
  const { build } = await import('esbuild')
  try {
    const { outputFiles, metafile } = await build({
      stdin: { contents, resolveDir: import.meta.dirname, sourcefile: 'bundle.js' },
      absWorkingDir: import.meta.dirname,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node22',
      // In a checkout of Holon packages are sources, elsewhere they are compiled.
      conditions: import.meta.url.endsWith('.ts') ? ['source'] : [],
      // Without comments, which name paths: the same code gives the same bytes wherever it stands.
      minifyWhitespace: true,
      legalComments: 'none',
      metafile: true,
      write: false,
      logLevel: 'silent',
    })
    const inputs = Object.keys(metafile.inputs).filter((path) => path !== 'bundle.js')
    return { code: outputFiles[0]?.contents ?? new Uint8Array(), inputs: inputs.map(absolute) }
  } catch (cause) {
    throw new HolonError(
      'config-invalid',
      `The code of "${system.name}" cannot be bundled: ${cause instanceof Error ? cause.message : cause}`,
      `Let ${file} import only what can be found from it.`,
      { cause },
    )
  }
}

function absolute(path: string): string {
  return fileURLToPath(new URL(path, new URL('.', import.meta.url)))
}

async function exportOf(system: System, source: URL): Promise<string> {
  const module: Readonly<Record<string, unknown>> = await import(source.href)
  const found = Object.entries(module).find(([, value]) => value === system)
  if (found !== undefined) return found[0]
  throw new HolonError(
    'config-invalid',
    `${fileURLToPath(source)} does not export the system "${system.name}".`,
    'Give the module that defines the system as `source`, and export the system there.',
  )
}
