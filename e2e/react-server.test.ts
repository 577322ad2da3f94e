import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, listen } from '@holon/server'
import { build } from 'esbuild'
import { type Holon, HolonError, open, type Running } from 'holon'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launch } from './browser.ts'
import { lamps } from './http-lamps.ts'
import { withBrowser } from './react-gallery.ts'

withBrowser('a React page and a real server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holon-react-'))
  let browser: Browser
  let page: Page
  let running: Holon<typeof lamps>
  let server: ReturnType<typeof createServer>
  /** Refuses what the page asks for or sends back. */
  let refuse: { decide: boolean; feedback: boolean }

  beforeAll(async () => {
    await build({
      entryPoints: [join(import.meta.dirname, 'react-page.fixture.tsx')],
      bundle: true,
      format: 'esm',
      jsx: 'automatic',
      jsxDev: true,
      conditions: ['source', 'development'],
      define: { 'process.env.NODE_ENV': '"development"' },
      outfile: join(folder, 'page.js'),
    })
    const html = '<!doctype html><title>Lamps</title><script type="module" src="page.js"></script>'
    writeFileSync(join(folder, 'index.html'), html)
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  beforeEach(async () => {
    refuse = { decide: false, feedback: false }
    running = await open(lamps)
    const plain = running as unknown as Running
    const full = new HolonError('log-full', 'The disk is full.', 'Make room.')
    const wrong = new HolonError('value-invalid', 'It is not that.', 'Send something else.')
    const system: Running = {
      ...plain,
      decide: async (...asked) => {
        if (refuse.decide) throw full
        return plain.decide(...asked)
      },
      feedback: async (...back) => {
        if (refuse.feedback) throw wrong
        return plain.feedback(...back)
      },
    }
    server = createServer({
      systems: [system],
      pages: { lamps: folder },
      version: '1',
      logger: { error: () => undefined },
    })
    const url = await listen(server, { port: 0 })
    page = await (await browser.newContext()).newPage()
    await page.goto(`${url}/products/lamps/`)
  })
  afterEach(async () => {
    await page?.context().close()
    await server?.close()
    await running?.close()
  })

  const decisions = async () => (await running.latest()).decisions
  const back = async (): Promise<unknown[]> => {
    const [latest] = await decisions()
    if (latest === undefined) return []
    return (await running.record(latest.id)).back.map(({ name, value }) => `${name} ${value ?? 'taken back'}`)
  }
  const click = (name: string) => page.getByRole('button', { name, exact: true }).click()

  test('one decision is taken however often React mounts, and another when the context changes', async () => {
    await click('Without')
    await page.getByText('lamp at 0.9, policy').waitFor()
    expect(await decisions()).toHaveLength(1)
    await click('Darker')
    await page.getByText('lamp at 0.95').waitFor()
    expect(await decisions()).toHaveLength(2)
  })

  test('exposure and feedback arrive, change, and are taken back', async () => {
    await click('Without')
    await click('Yes')
    await page.getByText('Said: true').waitFor()
    await expect.poll(back).toContain('useful true')
    await expect.poll(back).toContain('exposure true')
    await page.getByText('Thank you. It has arrived.').waitFor()
    await click('Yes')
    await page.getByText('Said: undefined').waitFor()
    await expect.poll(async () => (await back()).includes('useful taken back')).toBe(true)
  })

  test('what the server refuses is not shown as said', async () => {
    refuse.feedback = true
    await click('Without')
    await click('No')
    await page.getByText('This was not accepted.').waitFor()
    await page.getByText('Said: undefined').waitFor()
  })

  test('an error can be tried again', async () => {
    refuse.decide = true
    await click('Without')
    await page.getByText('Failed: log-full').waitFor()
    refuse.decide = false
    await click('Try again')
    await page.getByText('lamp at 0.9').waitFor()
    expect(await decisions()).toHaveLength(1)
  })

  test('a fallback is met instead of an error, and asks for no feedback', async () => {
    refuse.decide = true
    await click('With a fallback')
    await page.getByText('nothing at 0.9, fallback').waitFor()
    expect(await page.getByText('Useful?').count()).toBe(0)
    expect(await decisions()).toEqual([])
  })
})
