import { mkdir, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import {
  type Beside,
  libraryVersions,
  measureDurableWrites,
  modelFrom,
  openBeside,
  ownerOf,
  type Product,
  usualFolder,
  verifyArtefacts,
} from '@holon/embedded'
import { HolonError } from 'holon'
import { findProducts } from '../products/find.ts'
import { settingsFrom } from '../serving/settings.ts'
import { bytes, thousands } from '../terminal/units.ts'
import { version } from '../version.ts'

/** One thing that was looked at. */
export interface Symptom {
  readonly what: string
  readonly well: boolean
  readonly found: string
  readonly fix?: string
}

const oldestNode = [22, 18] as const
const leastRoom = 1_000_000_000

/** Looks at everything a system needs to run here, and never throws for what it finds. */
export async function diagnose(): Promise<readonly Symptom[]> {
  const folder = usualFolder()
  return [
    versions(),
    await attempt('port', port),
    await attempt('data folder', () => room(folder)),
    await attempt('durable writes', () => durableWrites(folder)),
    await attempt('kept artefacts', () => artefacts(folder)),
    ...(await models()),
  ]
}

async function attempt(what: string, look: () => Promise<Omit<Symptom, 'what'>>): Promise<Symptom> {
  try {
    return { what, ...(await look()) }
  } catch (error) {
    const fix = error instanceof HolonError ? { fix: error.fix } : {}
    return { what, well: false, found: error instanceof Error ? error.message : String(error), ...fix }
  }
}

function versions(): Symptom {
  const found = Object.entries({ Holon: version, ...libraryVersions() })
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const well = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])
  return {
    what: 'versions',
    well,
    found: found.map(([name, of]) => `${name} ${of}`).join(', '),
    ...(well ? {} : { fix: `Install Node ${oldestNode.join('.')} or later.` }),
  }
}

async function port(): Promise<Omit<Symptom, 'what'>> {
  const { host = '127.0.0.1', port: wanted } = settingsFrom(process.env)
  const number = wanted ?? 4321
  const owner = ownerOf(usualFolder())
  if (owner?.address !== undefined)
    return { well: true, found: `process ${owner.pid} answers at ${owner.address}` }
  if (await isFree(host, number)) return { well: true, found: `${host}:${number} is free` }
  if (wanted === undefined)
    return { well: true, found: `${host}:${number} is taken, the next free one is used` }
  return { well: false, found: `${host}:${number} is taken.`, fix: 'Set PORT to another one.' }
}

function isFree(host: string, number: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(number, host, () => server.close(() => resolve(true)))
  })
}

async function room(folder: string): Promise<Omit<Symptom, 'what'>> {
  await mkdir(folder, { recursive: true })
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  const well = free >= leastRoom
  return {
    well,
    found: `${folder}, ${bytes(free)} free`,
    ...(well ? {} : { fix: 'Make room, or set HOLON_DATA to a folder on another disk.' }),
  }
}

async function durableWrites(folder: string): Promise<Omit<Symptom, 'what'>> {
  const { oneByOne, grouped } = await measureDurableWrites(folder)
  return {
    well: true,
    found: `${thousands(oneByOne)} per second one by one, ${thousands(grouped)} in groups of 100`,
  }
}

async function artefacts(folder: string): Promise<Omit<Symptom, 'what'>> {
  const beside = await besideIfAny(folder)
  if (beside === undefined) return { well: true, found: 'none yet' }
  try {
    const states = await verifyArtefacts(beside.registry)
    const wrong = states.filter(({ state }) => state !== 'sound')
    if (wrong.length === 0) return { well: true, found: `${states.length} match their SHA-256` }
    const found = wrong.map(({ what, state }) => `${what} is ${state}`).join(', ')
    return { well: false, found: `${found}.`, fix: 'Restore the registry from a backup.' }
  } finally {
    await beside.close()
  }
}

async function besideIfAny(folder: string): Promise<Beside | undefined> {
  try {
    return await openBeside(folder)
  } catch (error) {
    if (error instanceof HolonError && error.code === 'config-invalid') return undefined
    throw error
  }
}

async function models(): Promise<readonly Symptom[]> {
  const products = await findProducts([]).catch((): readonly Product[] => [])
  const sources = products.flatMap(({ models: all = {} }) => Object.entries(all))
  return Promise.all(
    sources.map(([name, source]) =>
      attempt(`model ${name}`, async () => {
        const model = await modelFrom(name, source)
        await model.close?.()
        const { version: of, kind, sha256 } = model.version
        return {
          well: true,
          found: `${of}, ${kind}${sha256 === undefined ? '' : `, SHA-256 ${sha256.slice(0, 12)}`}`,
        }
      }),
    ),
  )
}
