import { fileURLToPath } from 'node:url'
import { type Data, openData, type Product, usualFolder } from '@holon/embedded'
import { createServer, listen, type ServerOptions } from '@holon/server'
import type { Holon, Running, System } from 'holon'
import type { Found } from '../products/find.ts'
import { type Runs, runsOf } from '../simulating/runs.ts'
import { version } from '../version.ts'
import { type LivingOptions, livePeople } from './people.ts'
import type { Settings } from './settings.ts'
import { studioFolder } from './studio-folder.ts'

/** Systems being served. */
export interface Serving {
  readonly address: string
  readonly folder: string
  readonly systems: readonly Running[]
  /** Names of the systems that have a page. */
  readonly pages: readonly string[]
  /** Stops in good order: nothing that was acknowledged is lost. */
  stop(): Promise<void>
}

/** What is told while starting and serving. */
export interface Tell {
  progress(done: number, of: number): void
  notice(text: string): void
}

/**
 * Opens the data folder and the systems on it, serves them, and lets simulated people live on them.
 *
 * @throws HolonError as `openData`, `Data.open`, `createServer` and `listen`; whatever was open is closed then
 */
export async function startServing(
  products: readonly Found[],
  settings: Settings,
  tell: Tell,
): Promise<Serving> {
  const opened: (() => Promise<unknown>)[] = []
  const stop = async (): Promise<void> => {
    for (const close of opened.splice(0).reverse())
      await close().catch((error: unknown) => tell.notice(String(error)))
  }
  try {
    const data = await openData(usualFolder(), { onNotice: tell.notice })
    opened.push(data.close)
    const systems: Holon<System>[] = []
    for (const product of products) {
      const system = await openProduct(data, product, tell)
      opened.push(() => system.close())
      systems.push(system)
    }
    const running = systems as unknown as readonly Running[]
    const simulations = runsOf(products, data.registry)
    opened.push(() => simulations.close())
    const options = serverOptions(products, { systems: running, simulations }, settings)
    const server = createServer(options)
    opened.push(async () => server.close())
    const address = await listen(server, settings)
    data.announce(address)
    if (settings.demo) {
      const people = products.map(({ system: { name }, world }) =>
        world === undefined ? undefined : livePeople(world, living(name, address, settings, tell)),
      )
      opened.push(() => Promise.all(people.map((one) => one?.stop())))
    }
    return { address, folder: data.folder, systems: running, pages: Object.keys(options.pages ?? {}), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function living(name: string, address: string, { apiKey, speed }: Settings, tell: Tell): LivingOptions {
  return {
    address,
    speed,
    report: (problem) => tell.notice(`Simulated people of ${name}: ${problem}`),
    ...(apiKey !== undefined && { key: apiKey }),
  }
}

function openProduct(
  data: Data,
  { system, source, models = {}, versions = {} }: Product,
  tell: Tell,
): Promise<Holon<System>> {
  return data.open(system, { source, models, versions, onCatchUp: tell.progress })
}

function serverOptions(
  products: readonly Product[],
  served: { readonly systems: readonly Running[]; readonly simulations: Runs },
  { apiKey, demo }: Settings,
): ServerOptions {
  const studio = studioFolder()
  const pages = products.flatMap(({ system, page }) =>
    page === undefined ? [] : [[system.name, fileURLToPath(page)] as const],
  )
  return {
    ...served,
    version,
    demo,
    pages: Object.fromEntries(pages),
    origins: products.flatMap(({ origins = [] }) => origins),
    ...(apiKey !== undefined && { apiKey }),
    ...(studio !== undefined && { studio }),
  }
}
