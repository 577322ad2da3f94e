import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { complaintsOf, launch } from './browser.ts'
import { servePaper } from './studio-indicators-paper.ts'
import { built, withBrowser } from './studio-program.ts'

withBrowser('leading indicators in the studio', () => {
  let browser: Browser
  let served: Awaited<ReturnType<typeof servePaper>>

  beforeAll(async () => {
    browser = await launch()
    served = await servePaper(built)
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  test.each([
    ['a desk, light', {}],
    ['a phone, dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
  ] satisfies [string, BrowserContextOptions][])(
    'say on their card what ended flights showed, on %s',
    async (_, options) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
      const page = await context.newPage()
      const complaints = complaintsOf(page)
      await page.goto(`${served.url}/systems/paper/goals`)
      const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'clicks' }) })
      await card
        .getByText(/^Misleading about readers who return: it did not follow in \d of \d changes/)
        .waitFor()
      await card.getByText(/^readers who subscribe followed in \d of \d changes/).waitFor()
      await expectAccessible(page)
      const [wide, window] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        globalThis.innerWidth,
      ])
      expect(wide).toBeLessThanOrEqual(window ?? 0)
      await card.getByRole('link', { name: '6 flights' }).first().click()
      await page.getByRole('heading', { level: 1, name: 'Flights' }).waitFor()
      expect(complaints).toEqual([])
      await context.close()
    },
  )
})
