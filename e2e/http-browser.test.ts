import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Client } from '@holon/client'
import { createServer, listen } from '@holon/server'
import { build } from 'esbuild'
import { type Holon, open, type RecordDocument, type Running } from 'holon'
import { type BrowserContext, chromium as driver, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'

import { chromium, optional } from '../tools/optional.ts'
import { browserOptions } from './browser.ts'
import { lamps } from './http-lamps.ts'

declare global {
  /** What the test page offers. */
  var connect: (url?: string) => Client<typeof lamps>
}

optional(
  'Chromium',
  chromium() !== undefined,
  'install chromium',
)('in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holon-browser-'))
  const pages = { lamps: join(folder, 'page') }
  let context: BrowserContext
  let running: Holon<typeof lamps>
  let system: Running
  let server: ReturnType<typeof createServer>
  let url: string
  let page: Page
  /** What keeps the system from taking anything back. */
  let obstacle: () => Promise<void>

  beforeAll(async () => {
    await build({
      stdin: {
        contents: `import { createClient } from '@holon/client'
          globalThis.connect = (url) => createClient({ system: 'lamps', ...(url && { url }) })`,
        resolveDir: import.meta.dirname,
      },
      bundle: true,
      format: 'esm',
      conditions: ['source'],
      outfile: join(pages.lamps, 'page.js'),
    })
    // Without an icon of its own the browser asks for one, whenever it likes, and complains that there is none.
    const html =
      '<!doctype html><title>Lamps</title><link rel="icon" href="data:,"><script type="module" src="page.js"></script>'
    writeFileSync(join(pages.lamps, 'index.html'), html)
    context = await driver.launchPersistentContext(join(folder, 'profile'), browserOptions)
  })

  afterAll(async () => {
    await context?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  beforeEach(async () => {
    obstacle = async () => undefined
    running = await open(lamps)
    system = {
      ...(running as unknown as Running),
      feedback: async (...back) => {
        await obstacle()
        return (running as unknown as Running).feedback(...back)
      },
    }
    await serve()
    page = await context.newPage()
    await page.goto(`${url}/products/lamps/`)
    await page.waitForFunction(() => 'connect' in globalThis)
  })

  afterEach(async () => {
    await page.close()
    await server.close()
    await running.close()
  })

  async function serve(port = 0): Promise<void> {
    server = createServer({ systems: [system], pages, version: '1', logger: { error: () => undefined } })
    url = await listen(server, { port })
  }

  async function counted(id: string): Promise<readonly unknown[]> {
    const { back }: RecordDocument = await running.record(id)
    return back.map((one) => one.value)
  }

  /** Takes a decision in the page and sends back 20 numbers for it, and for 19 more. */
  function sendMuch(): Promise<readonly string[]> {
    return page.evaluate(async () => {
      const client = connect()
      const ids: string[] = []
      for (let count = 0; count < 20; count++) ids.push((await client.decide('light', { dusk: 0.9 })).id)
      for (const id of ids) for (const value of [1, 2]) client.feedback(id, 'count', value)
      return ids
    })
  }

  async function expectEverythingOnce(ids: readonly string[]): Promise<void> {
    for (const id of ids) await expect.poll(async () => [...(await counted(id))].sort()).toEqual([1, 2])
  }

  test('decides in the origin of the page, under its content security policy', async () => {
    const violations: string[] = []
    page.on('console', (message) => violations.push(message.text()))
    const seen = await page.evaluate(() => connect().decide('light', { dusk: 0.9 }, { subject: 's' }))
    expect(seen).toMatchObject({ experience: 'lamp', degraded: false })
    expect(violations).toEqual([])
  })

  test('a page that is closed has sent all it had, though the server was slow', async () => {
    obstacle = () => new Promise((resolve) => setTimeout(resolve, 200))
    const ids = await sendMuch()
    expect((await Promise.all(ids.map(counted))).flat().length).toBeLessThan(40)
    await page.close({ runBeforeUnload: true })
    await expectEverythingOnce(ids)
  })

  test('a page that is left for another one as well', async () => {
    obstacle = () => new Promise((resolve) => setTimeout(resolve, 200))
    const ids = await sendMuch()
    await page.goto('about:blank')
    await expectEverythingOnce(ids)
  })

  test('what waits outlives the page, and arrives once the server is back', async () => {
    obstacle = () => Promise.reject(new TypeError('broken'))
    const ids = await sendMuch()
    const waiting = (): Promise<number> => page.evaluate(() => localStorage.length)
    expect(await waiting()).toBe(40)
    await page.reload()
    await page.waitForFunction(() => 'connect' in globalThis)
    expect(await waiting()).toBe(40)
    expect((await Promise.all(ids.map(counted))).flat()).toEqual([])
    obstacle = async () => undefined
    expect(await page.evaluate(() => connect().flush())).toBe(0)
    await expectEverythingOnce(ids)
    expect(await waiting()).toBe(0)
  })

  test('a page goes on without the server, and makes up for it', async () => {
    const id = (await running.decide('light', { dusk: 0.9 })).id
    await page.evaluate(() => Object.assign(globalThis, { client: connect() }))
    await server.close()
    const seen = await page.evaluate(() =>
      connect().decide('light', { dusk: 0.9 }, { fallback: 'nothing', timeout: 2000 }),
    )
    expect(seen).toMatchObject({ experience: 'nothing', id: null, code: 'server-unreachable' })
    await page.evaluate((one) => void connect().feedback(one, 'count', 7), id)
    await serve(Number(new URL(url).port))
    await expect.poll(() => counted(id), { timeout: 20_000 }).toEqual([7])
    await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0)
  })

  test('another site cannot call the API', async () => {
    const stranger = createServer({ systems: [], pages, version: '1' })
    await page.goto(`${await listen(stranger, { port: 0 })}/products/lamps/`)
    await page.waitForFunction(() => 'connect' in globalThis)
    const ask = (address: string): Promise<string> =>
      page.evaluate(
        (one) =>
          connect(one)
            .decide('light', { dusk: 0.9 })
            .then(String, (error) => error.code),
        address,
      )
    expect(await ask(url)).toBe('server-unreachable')
    expect((await running.latest()).decisions).toEqual([])
    await stranger.close()
  })

  test('the page about the API shows and tries every decision, and loads nothing from elsewhere', async () => {
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('request', (request) => {
      if (!request.url().startsWith(url) && !request.url().startsWith('data:')) complaints.push(request.url())
    })
    await page.goto(`${url}/api/v1/docs/`)
    await page.getByText('/api/v1/systems/lamps/decisions/light').click()
    await page.getByRole('button', { name: 'Execute' }).click()
    await page.locator('.live-responses-table .response-col_status', { hasText: '201' }).waitFor()
    expect(complaints).toEqual([])
    expect((await running.latest()).decisions).toHaveLength(1)
  })
})
