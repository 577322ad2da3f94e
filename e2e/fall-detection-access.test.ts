import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { launch } from './browser.ts'
import { afterFall, type Served, serve, withPage } from './fall-detection-served.ts'
import { isTooWide, looks, tooSmall, visit } from './visit.ts'

withPage('fall detection for everybody', () => {
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

  describe.each(looks)('$name', ({ name: _, ...look }) => {
    let page: Page
    let beside: Page

    beforeAll(async () => {
      ;({ page } = await visit(browser, served.url, look))
      beside = await page.context().newPage()
    })
    afterAll(() => page.context().close())

    const expectFit = async (of: Page) => {
      await expectAccessible(of)
      expect(await isTooWide(of)).toBe(false)
      const controls = 'button, a, select, input:not([type="file"], [type="checkbox"])'
      expect(await tooSmall(of, controls)).toEqual([])
    }

    test('start', async () => {
      await page.getByRole('heading', { level: 1 }).waitFor()
      await expectFit(page)
    })

    test('the watch: the time, a question, a call, and what is asked afterwards', async () => {
      await page.goto(`${served.url}watch`)
      await page.getByText('All is well').waitFor()
      await expectFit(page)
      await afterFall(served, page)
      await expectFit(page)
      served.clock.advance(30_000)
      await page.getByRole('heading', { name: 'Calling your caretaker' }).waitFor()
      await expectFit(page)
    })

    test('the caretaker: a call, its answer, and quiet', async () => {
      await beside.goto(`${served.url}caretaker`)
      await beside.getByRole('article').waitFor()
      await expectFit(beside)
      await beside.getByRole('button', { name: 'I am going' }).click()
      await beside.getByRole('heading', { name: 'All is quiet' }).waitFor()
      await expectFit(beside)
      await page.getByRole('heading', { name: 'Help is coming' }).waitFor()
      await expectFit(page)
    })
  })
})
