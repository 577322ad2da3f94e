import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from './browser.ts'
import { resultOf, type Served, serve, withPage } from './tax-filing-served.ts'
import { visit } from './visit.ts'

withPage('filing a return while the server is away', () => {
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

  test('the result is complete without it, and what came back waits for it', async () => {
    const { page } = await visit(browser, served.url)
    await page.getByRole('button', { name: 'Start my return' }).waitFor()
    await page.context().setOffline(true)
    await resultOf(page, 'Homeowners')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^Your refund \$1,33/)
    expect(await page.getByRole('meter').count()).toBe(0)
    await page.getByRole('button', { name: 'File this return' }).click()
    await page.getByRole('heading', { name: 'Your summary is ready' }).waitFor()
    expect(await served.decisions()).toEqual([])

    await page.context().setOffline(false)
    await page.getByRole('link', { name: 'Back to the result' }).click()
    await page.getByRole('meter').waitFor()
    expect(await served.decisions()).toHaveLength(1)
    await page.context().close()
  })

  test('a server that does not answer in time is not waited for', async () => {
    const { page } = await visit(browser, served.url)
    await page.route('**/api/v1/**', () => new Promise(() => undefined))
    await resultOf(page, 'Freelance designer')
    expect(await page.getByRole('button', { name: 'File this return' }).isEnabled()).toBe(true)
    expect(await page.getByRole('meter').count()).toBe(0)
    await page.context().close()
  })
})
