import { type Attribution, type BackEntry, type Model, open } from 'holon'
import type { Page } from 'playwright-core'
import { taxFiling } from '../products/tax-filing/system.ts'
import { type ServedProduct, serveProduct, withPageOf } from './product-served.ts'

/** Tests that drive the built page. */
export const withPage = withPageOf('tax-filing')

/** The product served for real, with a model whose answers a test chooses. */
export interface Served extends ServedProduct<typeof taxFiling> {
  /** Makes the model answer this probability from now on; undefined: it throws. */
  steer(probability: number | undefined): void
}

/** Serves the system with everything in memory. Chance is held in the middle, so that the policy is never overruled by it. */
export async function serve(): Promise<Served> {
  let probability: number | undefined = 0.07
  const model = steered(() => probability)
  const running = await open(taxFiling, { models: { 'audit-risk': model }, random: { next: () => 0.5 } })
  return {
    ...(await serveProduct(running)),
    steer: (next) => {
      probability = next
    },
  }
}

/** Waits until what a page sends back has arrived, and hands it over. */
export async function arrived(
  served: Served,
  id: string,
  name: string,
): Promise<BackEntry['value'] | undefined> {
  for (let tries = 0; tries < 100; tries++) {
    const back = await served.back(id)
    if (Object.hasOwn(back, name)) return back[name]
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return undefined
}

/** Starts from a sample and goes straight to its result. */
export async function resultOf(page: Page, sample: string): Promise<void> {
  await page.getByRole('button', { name: sample }).click()
  await page.getByRole('link', { name: 'Go to the result' }).click()
  await page.getByRole('heading', { name: 'Line by line' }).waitFor()
}

const base = 0.2

function steered(probability: () => number | undefined): Model {
  const logit = (p: number) => Math.log(p / (1 - p))
  return {
    version: { name: 'audit-risk', version: 'steered', kind: 'function' },
    calibration: { method: 'isotonic', x: [0, 1], y: [0, 1] },
    reference: { hours: 40 },
    predict: () => {
      const p = probability()
      if (p === undefined) throw new TypeError('out of order')
      return p
    },
    explain: (features): Attribution => {
      const way = logit(probability() ?? base) - logit(base)
      const contribution = (feature: string, reference: number | boolean, share: number) => ({
        feature,
        value: features[feature] ?? reference,
        reference,
        by: share * way,
      })
      return {
        unit: 'log-odds',
        base: logit(base),
        value: logit(base) + way,
        contributions: [contribution('hours', 40, 0.75), contribution('filing status=joint', false, 0.25)],
      }
    },
  }
}
