import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { launch } from './browser.ts'
import { builtPage, compressed, firstView } from './product-served.ts'
import { type Served, serve, withPage } from './smart-toaster-served.ts'
import { isTooWide, looks, visit } from './visit.ts'

const long = { timeout: 100_000 }
const budget = 150 * 1024

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

  describe.each(looks)('$name', ({ name: _name, ...look }) => {
    test('nothing serious, ready, toasting and after a latch', { timeout: 200_000 }, async () => {
      const { page, complaints } = await visit(browser, served.url, look)
      await page.getByText('Ready for a slice.').waitFor(long)
      await expectAccessible(page)
      expect(await isTooWide(page)).toBe(false)
      await page.getByText('a minute in a second').click()
      await page.getByRole('button', { name: 'Press the lift down' }).click()
      await page.getByText('Done. The bread is up.').waitFor(long)
      await page.getByRole('button', { name: 'Just right' }).click()
      await expectAccessible(page)
      await page.getByText('Eye: dead', { exact: true }).click()
      await page.getByRole('button', { name: 'Press the lift down' }).click()
      await page.getByText('Latched:').waitFor(long)
      await expectAccessible(page)
      expect(await isTooWide(page)).toBe(false)
      expect(complaints).toEqual([])
      await page.context().close()
    })
  })

  test('works by keyboard alone', { timeout: 200_000 }, async () => {
    const { page } = await visit(browser, served.url)
    await page.getByText('Ready for a slice.').waitFor(long)
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
    const { files, bytes, inlineScripts } = firstView('smart-toaster')
    const built = builtPage('smart-toaster')
    const script = readFileSync(join(built, files.find((file) => file.endsWith('.js')) ?? ''), 'utf8')
    const [worker] = /assets\/appliance\.thread-[\w-]+\.js/.exec(script) ?? expect.fail('no worker is named')
    expect(bytes + compressed(join(built, worker))).toBeLessThan(budget)
    expect(inlineScripts).toEqual([])
  })
})
