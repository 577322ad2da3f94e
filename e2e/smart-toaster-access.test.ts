import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromium, optional } from '../tools/optional.ts'
import { expectAccessible } from './axe.ts'
import { launch } from './browser.ts'
import { built, isBuilt, type Served, serve } from './smart-toaster-served.ts'

const withPage = optional(
  'Chromium and the built page of the smart toaster',
  chromium() !== undefined && isBuilt,
  'install chromium, and build the page with node tools/ready.mjs --pages',
)
const long = { timeout: 100_000 }
const desktop = { width: 1280, height: 900 }
const phone = { width: 390, height: 844 }
const budget = 150 * 1024

const looks: readonly (BrowserContextOptions & { readonly name: string })[] = [
  { name: 'desktop, light', viewport: desktop, colorScheme: 'light' },
  { name: 'desktop, dark', viewport: desktop, colorScheme: 'dark' },
  { name: 'phone, light', viewport: phone, colorScheme: 'light', hasTouch: true },
  { name: 'phone, dark', viewport: phone, colorScheme: 'dark', hasTouch: true },
]

withPage('the toaster for everybody', () => {
  let browser: Browser
  let served: Served

  beforeAll(async () => {
    browser = await launch()
    served = await serve()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  async function visit(options: BrowserContextOptions): Promise<{ page: Page; complaints: string[] }> {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith(new URL(served.url).origin)) complaints.push(request.url())
    })
    await page.goto(served.url)
    await page.getByText('Ready for a slice.').waitFor(long)
    return { page, complaints }
  }

  describe.each(looks)('$name', ({ name: _name, ...look }) => {
    test('nothing serious, ready, toasting and after a latch', { timeout: 200_000 }, async () => {
      const { page, complaints } = await visit(look)
      const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
      await expectAccessible(page)
      expect(await fits()).toBe(true)
      await page.getByText('a minute in a second').click()
      await page.getByRole('button', { name: 'Press the lift down' }).click()
      await page.getByText('Done. The bread is up.').waitFor(long)
      await page.getByRole('button', { name: 'Just right' }).click()
      await expectAccessible(page)
      await page.getByText('Eye: dead', { exact: true }).click()
      await page.getByRole('button', { name: 'Press the lift down' }).click()
      await page.getByText('Latched:').waitFor(long)
      await expectAccessible(page)
      expect(await fits()).toBe(true)
      expect(complaints).toEqual([])
      await page.context().close()
    })
  })

  test('works by keyboard alone', { timeout: 200_000 }, async () => {
    const { page } = await visit({ viewport: desktop })
    const focused = () =>
      page.evaluate(
        () => document.activeElement?.closest('label')?.textContent ?? document.activeElement?.textContent,
      )
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('White')
    await page.keyboard.press('ArrowRight')
    expect(await focused()).toBe('Wholemeal')
    for (let i = 0; i < 3; i++) await page.keyboard.press('Tab')
    expect(await focused()).toBe('Press the lift down')
    await page.keyboard.press('Enter')
    await page.getByText('Toasting.', { exact: true }).waitFor(long)
    expect(await page.getByRole('img', { name: /^A slice of wholemeal bread in the toaster/ }).count()).toBe(
      1,
    )
    await page.getByRole('button', { name: 'Stop' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Done. The bread is up.').waitFor(long)
    await page.context().close()
  })

  test('the first view is within 150 KiB of scripts and styles, compressed, toaster included', () => {
    const html = readFileSync(join(built, 'index.html'), 'utf8')
    const named = [...html.matchAll(/(?:src|href)="\/products\/smart-toaster\/([^"]+\.(?:js|css))"/g)].map(
      ([, file = '']) => file,
    )
    const script = readFileSync(join(built, named.find((file) => file.endsWith('.js')) ?? ''), 'utf8')
    const [worker] = /assets\/appliance\.thread-[\w-]+\.js/.exec(script) ?? expect.fail('no worker is named')
    const sizes = [...named, worker].map((file) => gzipSync(readFileSync(join(built, file))).length)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(budget)
    expect(html.match(/<script(?![^>]*\ssrc=)[^>]*>/g)).toBeNull()
  })
})
