import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from './browser.ts'
import { arrived, type Served, serve, withPage } from './tax-filing-served.ts'
import { visit } from './visit.ts'

withPage('filing a return with the keyboard alone', () => {
  let browser: Browser
  let served: Served
  let page: Page

  beforeAll(async () => {
    browser = await launch()
    served = await serve()
    ;({ page } = await visit(browser, served.url))
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
  }
  /** Tabs until the element with this name has the focus. */
  const reach = async (name: RegExp): Promise<void> => {
    for (let tabs = 0; tabs < 80; tabs++) {
      await press('Tab')
      const found = await page.evaluate(() => {
        const { activeElement: at } = document
        // Nothing has the focus then, and the body holds every name there is.
        if (at === document.body) return ''
        const label = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : at?.textContent
        return at?.getAttribute('aria-label') ?? label ?? ''
      })
      if (name.test(found)) return
    }
    throw new TypeError(`nothing called ${name} can be reached`)
  }
  const at = (section: string) => page.waitForURL(`**/${section}`)

  test('every answer by Enter and arrows, then the meter, then the end', async () => {
    await reach(/Start my return/)
    await press('Enter')
    await at('interview/filing')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')

    await reach(/^2025$/)
    await press('Enter', 'Space', 'Enter')
    await at('interview/work')
    await reach(/^Yes$/)
    await press('Space', 'Enter')
    await page.keyboard.type('62400')
    await press('Enter', 'ArrowRight', 'Enter')
    await at('interview/investments')
    await reach(/^Yes$/)
    await press('ArrowRight', 'Enter', 'Enter')
    await at('interview/deductions')
    await reach(/^Yes$/)
    await press('ArrowRight', 'Enter')
    await at('interview/payments')
    await reach(/withheld/)
    await page.keyboard.type('5600')
    await press('Enter')
    await at('interview/about')
    await reach(/See my result/)
    await press('Enter')
    await at('result')

    await page.getByRole('meter').waitFor()
    await reach(/^Total tax/)
    await press('Enter')
    expect(await page.getByRole('button', { name: 'Total tax' }).getAttribute('aria-expanded')).toBe('true')
    await reach(/File this return/)
    await press('Enter')
    await at('filed')
    await reach(/^1 star$/)
    await press('ArrowRight', 'ArrowRight', 'ArrowRight')
    const [decision] = await served.decisions()
    await expect.poll(() => served.back(decision?.id ?? '')).toMatchObject({ stars: 4, filed: true })
    expect(await arrived(served, decision?.id ?? '', 'guarantee')).toBe(0)
  })

  test('the first thing reached leads past the header', async () => {
    await page.goto(served.url)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content')
  })
})
