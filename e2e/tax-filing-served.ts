import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createServer, listen } from '@holon/server'
import { type Attribution, type BackEntry, type Holon, type Model, open, type Running } from 'holon'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { taxFiling } from '../products/tax-filing/system.ts'
import { chromium, optional } from '../tools/optional.ts'

/** The built page. */
export const built = join(import.meta.dirname, '..', 'products', 'tax-filing', 'page', 'dist')

const browserPath = chromium()

/** Tests that drive the built page. */
export const withPage = optional(
  'Chromium and the built page',
  browserPath !== undefined && existsSync(join(built, 'index.html')),
  'install chromium, and build the page with node tools/ready.mjs --pages',
)

/** The product served for real, with a model whose answers a test chooses. */
export interface Served {
  readonly url: string
  readonly running: Holon<typeof taxFiling>
  /** Makes the model answer this probability from now on; undefined: it throws. */
  steer(probability: number | undefined): void
  /** What came back for a decision, by name. */
  back(id: string): Promise<Readonly<Record<string, BackEntry['value']>>>
  /** Decisions about all returns, the latest first. */
  decisions(): Promise<readonly { readonly id: string; readonly experience: string }[]>
  close(): Promise<void>
}

/** Serves the system with everything in memory. Chance is held in the middle, so that the policy is never overruled by it. */
export async function serve(): Promise<Served> {
  let probability: number | undefined = 0.07
  const model = steered(() => probability)
  const running = await open(taxFiling, { models: { 'audit-risk': model }, random: { next: () => 0.5 } })
  const server = createServer({
    systems: [running as unknown as Running],
    pages: { 'tax-filing': built },
    version: '1',
    logger: { error: () => undefined },
  })
  const url = await listen(server, { port: 0 })
  return {
    url: `${url}/products/tax-filing/`,
    running,
    steer: (next) => {
      probability = next
    },
    back: async (id) => {
      const { back } = await running.record(id)
      return Object.fromEntries(back.map(({ name, value }) => [name, value]))
    },
    decisions: async () => (await running.latest()).decisions,
    close: async () => {
      await server.close()
      await running.close()
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

/** A page of its own, which has to load nothing from elsewhere and to complain about nothing. */
export async function visit(
  browser: Browser,
  served: Pick<Served, 'url'>,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(served.url).origin)) complaints.push(request.url())
  })
  await page.goto(served.url)
  return { page, complaints }
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
