import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch } from './browser.ts'
import { faultsOn } from './faults.ts'
import { resultOf, type Served, serve, withPage } from './tax-filing-served.ts'
import { looks, phone, tooSmall, visit } from './visit.ts'

withPage('the page for everybody', () => {
  let browser: Browser
  let served: Served

  beforeAll(async () => {
    browser = await launch()
    served = await serve()
    served.steer(0.8)
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  describe.each(looks)('$name', ({ name: _name, ...look }) => {
    let page: Page

    beforeAll(async () => {
      ;({ page } = await visit(browser, served.url, look))
    })
    afterAll(() => page.context().close())

    test('start', async () => {
      expect(await faultsOn(page)).toEqual([])
    })

    test('interview, with a problem shown', async () => {
      await page.getByRole('button', { name: 'Start my return' }).click()
      await page.getByRole('button', { name: 'Next' }).click()
      await page.getByText('Answer this to go on.').waitFor()
      expect(await faultsOn(page)).toEqual([])
    })

    test('amounts and lists', async () => {
      await page.goto(served.url)
      await page.getByRole('button', { name: 'Consultant' }).click()
      for (const section of ['work', 'business', 'about']) {
        await page.goto(`${served.url}interview/${section}`)
        await page.getByRole('heading', { level: 1 }).waitFor()
        expect(await faultsOn(page)).toEqual([])
      }
    })

    test('result with a review and a meter, every line explained', async () => {
      await page.goto(`${served.url}result`)
      await page.getByRole('meter').waitFor()
      await page.getByRole('button', { name: 'Explain every line' }).click()
      await page.getByRole('button', { name: 'No', exact: true }).click()
      if (!(await page.getByText('What moved it').isVisible())) {
        await page.getByText('Where this comes from').click()
      }
      expect(await page.getByText('What moved it').isVisible()).toBe(true)
      expect(await faultsOn(page)).toEqual([])
    })

    test('end, and the question before deleting', async () => {
      await page.getByRole('button', { name: 'File this return' }).click()
      await page.getByRole('heading', { name: 'Your summary is ready' }).waitFor()
      expect(await faultsOn(page)).toEqual([])
      await page.getByRole('button', { name: 'Delete my answers' }).click()
      await page.getByRole('dialog').waitFor()
      expect(await faultsOn(page)).toEqual([])
    })
  })

  test('every control is large enough for a finger', async () => {
    const { page } = await visit(browser, served.url, { viewport: phone, hasTouch: true })
    await resultOf(page, 'Office worker')
    await page.getByRole('meter').waitFor()
    expect(await tooSmall(page, 'button, .ask-scale label, summary')).toEqual([])
    await page.context().close()
  })
})
