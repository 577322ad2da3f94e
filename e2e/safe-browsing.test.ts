import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seriousFindings } from './axe.ts'
import { launch } from './browser.ts'
import { type Served, serve, withPage } from './safe-browsing-served.ts'
import { isTooWide, looks, visit } from './visit.ts'

withPage('the page that checks an address', () => {
  let browser: Browser
  let served: Served
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    browser = await launch()
    served = await serve()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })
  beforeEach(async () => {
    ;({ page, complaints } = await visit(browser, served.url))
  })
  afterEach(() => page.context().close())

  const check = async (address: string): Promise<void> => {
    await page.getByLabel('Web address').fill(address)
    await page.getByRole('button', { name: 'Check', exact: true }).click()
  }

  test('says what in an address speaks for a trick, and which part is the site', async () => {
    await page.getByRole('button', { name: 'A bank in front' }).click()
    await page.getByRole('heading', { name: 'Better leave it' }).waitFor()
    await page
      .getByText('It begins with “paypal”, but account-check.example does not belong to PayPal.')
      .waitFor()
    expect(await page.locator('.address strong').textContent()).toBe('account-check.example')
    expect(complaints).toEqual([])
  })

  test('never says that an address is safe', async () => {
    await check('https://www.wikipedia.org/')
    await page.getByRole('heading', { name: 'A site that is well known' }).waitFor()
    await check('cycles-harbour.example/products/12')
    await page.getByRole('heading', { name: 'Nothing stands out' }).waitFor()
    await page.getByText('That does not make it safe').waitFor()
  })

  test('says what is no address', async () => {
    await check('two words')
    await page.getByRole('alert').waitFor()
    expect(await served.decisions()).not.toContainEqual(expect.objectContaining({ degraded: true }))
  })

  test('takes a report of a missed trap to the reviewers', async () => {
    await page.getByRole('button', { name: 'An ordinary shop' }).click()
    await page.getByText('Report a trap that was missed').click()
    await page.getByLabel('This page is a trap, and nothing was said').check()
    await page.getByRole('button', { name: 'Send report' }).click()
    await page.getByText('A person will look at it within two days.').waitFor()
    expect(await served.running.queue({ to: 'reviewer' })).toHaveLength(1)
  })

  test('decides by itself while the server is away', async () => {
    await page.route('**/api/v1/**', (route) => route.abort())
    await page.getByRole('button', { name: 'A hacked bakery' }).click()
    await page.getByText('The server is away.').waitFor()
    await page.getByRole('heading', { name: 'Better leave it' }).waitFor()
  })

  describe.each(looks)('for everybody: $name', ({ name: _name, ...look }) => {
    test('every result', async () => {
      await page.context().close()
      ;({ page } = await visit(browser, served.url, look))
      expect(await seriousFindings(page)).toEqual([])
      for (const sample of [
        'A bank in front',
        'Letters that look alike',
        'A name before @',
        'An ordinary shop',
      ]) {
        await page.getByRole('button', { name: sample }).click()
        await page.locator('.result').waitFor()
        for (const summary of await page.locator('summary').all()) await summary.click()
        expect(await seriousFindings(page)).toEqual([])
        expect(await isTooWide(page)).toBe(false)
      }
    })
  })
})
