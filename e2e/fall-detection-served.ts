import { onnx } from '@holon/model-onnx'
import { type EpisodeDocument, open } from 'holon'
import { type VirtualClock, virtualClock } from 'holon/memory'
import { seededRandom } from 'holon/stats'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { momentsIn } from '../products/fall-detection/domain/moment.ts'
import { simulate } from '../products/fall-detection/domain/simulate.ts'
import type { Noticed } from '../products/fall-detection/noticed.ts'
import { noticedIn } from '../products/fall-detection/noticing.ts'
import { fallDetection } from '../products/fall-detection/system.ts'
import { type ServedProduct, serveProduct, withPageOf } from './product-served.ts'

/** Tests that drive the built page. */
export const withPage = withPageOf('fall-detection')

/** The product served for real, with its model, on a clock that a test moves on. */
export interface Served extends ServedProduct<typeof fallDetection> {
  readonly clock: VirtualClock
  /** The latest episode. */
  episode(): Promise<EpisodeDocument>
}

/** Serves the system with everything in memory. */
export async function serve(): Promise<Served> {
  const clock = virtualClock(Date.now())
  const model = await onnx(new URL('../products/fall-detection/model/fall.onnx', import.meta.url))
  const running = await open(fallDetection, { models: { fall: model }, clock })
  const served = await serveProduct(running)
  return {
    ...served,
    clock,
    episode: async () => {
      const [latest] = await served.decisions()
      return running.episode(latest?.episode ?? expect.fail('there was no episode'))
    },
  }
}

/** A simulated fall, as the watch sends it. */
const fallen = (): Noticed => {
  const [moment = expect.fail('the fall is no moment')] = momentsIn(simulate('fall', seededRandom(1)))
  return noticedIn(moment, 'Grandma', 'simulation') ?? expect.fail('the fall was not noticed')
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
