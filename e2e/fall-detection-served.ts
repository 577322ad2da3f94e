import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { onnx } from '@holon/model-onnx'
import { createServer, listen } from '@holon/server'
import { type EpisodeDocument, type Holon, open, type Running } from 'holon'
import { type VirtualClock, virtualClock } from 'holon/memory'
import { expect } from 'vitest'
import { fallDetection } from '../products/fall-detection/system.ts'
import { chromium, optional } from '../tools/optional.ts'

const product = join(import.meta.dirname, '..', 'products', 'fall-detection')

/** The built page. */
export const built = join(product, 'page', 'dist')

/** Tests that drive the built page. */
export const withPage = optional(
  'Chromium and the built page',
  chromium() !== undefined && existsSync(join(built, 'index.html')),
  'install chromium, and build the page with node tools/ready.mjs --pages',
)

/** The product served for real, with its model, on a clock that a test moves on. */
export interface Served {
  readonly url: string
  readonly clock: VirtualClock
  readonly running: Holon<typeof fallDetection>
  /** Alarms, the latest first. */
  alarms(): Promise<readonly { readonly id: string; readonly experience: string }[]>
  /** The latest episode. */
  episode(): Promise<EpisodeDocument>
  close(): Promise<void>
}

/** Serves the system with everything in memory. */
export async function serve(): Promise<Served> {
  const clock = virtualClock(Date.now())
  const model = await onnx(join(product, 'model', 'fall.onnx'))
  const running = await open(fallDetection, { models: { fall: model }, clock })
  const server = createServer({
    systems: [running as unknown as Running],
    pages: { 'fall-detection': built },
    version: '1',
    logger: { error: () => undefined },
  })
  const url = await listen(server, { port: 0 })
  const alarms = async () => (await running.latest()).decisions
  return {
    url: `${url}/products/fall-detection/`,
    clock,
    running,
    alarms,
    episode: async () => {
      const [latest] = await alarms()
      return running.episode(latest?.episode ?? expect.fail('there was no episode'))
    },
    close: async () => {
      await server.close()
      await running.close()
    },
  }
}
