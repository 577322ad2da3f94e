import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { onnx } from '@holon/model-onnx'
import { createServer, listen } from '@holon/server'
import { type EpisodeDocument, type Holon, open, type Running } from 'holon'
import { type VirtualClock, virtualClock } from 'holon/memory'
import { seededRandom } from 'holon/stats'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { MomentFinder } from '../products/fall-detection/domain/moment.ts'
import { simulate } from '../products/fall-detection/domain/simulate.ts'
import type { Noticed } from '../products/fall-detection/noticed.ts'
import { noticedIn } from '../products/fall-detection/noticing.ts'
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

/** A simulated fall, as the watch sends it. */
const fallen = (): Noticed => {
  const finder = new MomentFinder()
  const noticed = simulate('fall', seededRandom(1)).flatMap((reading) => {
    const moment = finder.push(reading)
    return (moment && noticedIn(moment, 'Grandma', 'simulation')) ?? []
  })
  return noticed[0] ?? expect.fail('the fall was not noticed')
}

let episodes = 0

/** Opens the watch of somebody who fell a moment ago and was just asked, without waiting for a fall to be played. */
export async function afterFall({ url, running }: Served, page: Page): Promise<void> {
  episodes += 1
  const wearer = { subject: 'grandma', name: 'Grandma', episode: `e${episodes}` }
  const { experience } = await running.decide('fall-alarm', fallen(), wearer)
  expect(experience).toBe('ask')
  await page.evaluate((known) => localStorage.setItem('upright-wearer', known), JSON.stringify(wearer))
  await page.goto(`${url}watch`)
  await page.getByRole('timer').waitFor()
}
