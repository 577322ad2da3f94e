import { mkdtempSync, rmSync } from 'node:fs'
import { createServer as createPlainServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onnx } from '@holon/model-onnx'
import { type Model, open } from 'holon'
import { type BrowserContext, chromium as driver, type Page } from 'playwright-core'
import { vi } from 'vitest'
import { product } from '../products/safe-browsing/product.ts'
import { safeBrowsing } from '../products/safe-browsing/system.ts'
import { browserOptions } from './browser.ts'
import { builtPage, type ServedProduct, serveProduct, withPageOf } from './product-served.ts'

/** The built extension. */
export const extension = join(builtPage('safe-browsing'), 'extension')

/** Tests that drive the built page or extension. */
export const withPage = withPageOf('safe-browsing', 'extension/manifest.json')

/** The product served for real, with its real model. */
export type Served = ServedProduct<typeof safeBrowsing>

/** Serves the system with everything in memory, with its own model or one that says the same of every address. */
export async function serve(says?: number): Promise<Served> {
  const model =
    says === undefined
      ? await onnx(new URL('../products/safe-browsing/model/phishing.onnx', import.meta.url))
      : steered(says)
  return serveProduct(await open(safeBrowsing, { models: { phishing: model } }), product.origins)
}

function steered(probability: number): Model {
  return {
    version: { name: 'phishing', version: 'steered', kind: 'function' },
    calibration: { method: 'isotonic', x: [0, 1], y: [0, 1] },
    predict: () => probability,
  }
}

/** The web of these tests: every host under `.example` and `.org` is answered by a page that names it, or by a redirect. */
export interface Web {
  readonly port: number
  /** Addresses that were really asked for, the first first. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

/** Starts the web of these tests. */
export async function web(): Promise<Web> {
  const asked: string[] = []
  const server = createPlainServer(({ headers, url }, response) => {
    asked.push(`http://${headers.host}${url}`)
    const [, elsewhere] = url?.split('/moved-to/') ?? []
    if (elsewhere !== undefined) {
      response.writeHead(302, { location: `http://${elsewhere}` }).end()
      return
    }
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="en"><title>${headers.host}</title><h1>${headers.host}</h1>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A browser with the extension, for which the web is the one of these tests. */
export interface Browsing {
  readonly context: BrowserContext
  close(): Promise<void>
}

/** Starts a browser with the extension, which asks the server at `origin`. */
export async function browse({ port }: Web, origin: string): Promise<Browsing> {
  const profile = mkdtempSync(join(tmpdir(), 'safe-browsing-'))
  const context = await driver.launchPersistentContext(profile, {
    ...browserOptions,
    headless: false,
    reducedMotion: 'reduce',
    args: [
      ...browserOptions.args.map((flag) => (flag === '--headless' ? '--headless=new' : flag)),
      `--host-resolver-rules=MAP *.example 127.0.0.1:${port}, MAP *.org 127.0.0.1:${port}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  })
  const settings = await ownPage(context)
  await settings.evaluate((server) => chrome.storage.local.set({ server }), origin)
  await settings.close()
  await listens(context)
  return {
    context,
    close: async () => {
      await context.close()
      // Helpers of the browser may outlive it, and still write.
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
}

/** A navigation before the worker of the extension listens to it is not seen by it. */
async function listens(context: BrowserContext): Promise<void> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  await vi.waitFor(
    async () => {
      const hears = await worker.evaluate(() => chrome.webNavigation.onBeforeNavigate.hasListeners())
      if (!hears) throw new TypeError('The extension does not listen yet.')
    },
    { timeout: 60_000, interval: 200 },
  )
}

/** A page of the extension itself, from which its parts of the browser can be asked. It is there once the extension is. */
export async function ownPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  const address = `${product.origins?.[0]}/popup.html`
  await vi.waitFor(() => page.goto(address), { timeout: 60_000, interval: 200 })
  return page
}

/** Opens an address as a person does. A stop ends the navigation, which is no fault of the test. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address).catch(() => undefined)
}
