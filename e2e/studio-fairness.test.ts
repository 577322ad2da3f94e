import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { complaintsOf, launch } from './browser.ts'
import { serveSchool } from './studio-fairness-school.ts'
import { built, withBrowser } from './studio-program.ts'

withBrowser('fairness in the studio', () => {
  let browser: Browser
  let served: Awaited<ReturnType<typeof serveSchool>>

  beforeAll(async () => {
    browser = await launch()
    served = await serveSchool(built)
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  async function visit(options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: string[] }> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    await page.goto(`${served.url}/systems/school/fairness`)
    await page.getByRole('heading', { level: 2, name: 'By gender', exact: true }).waitFor()
    return { page, complaints }
  }

  test('shows the gap of Berkeley, its reversal, what is broken, and no number of a small group', async () => {
    const { page, complaints } = await visit()
    const panel = page.getByRole('region', { name: 'By gender', exact: true })
    await panel.getByRole('row', { name: /^men 2,691 44\.5%/ }).waitFor()
    await panel.getByRole('row', { name: /^women 1,835 30\.4%/ }).waitFor()
    const small = await panel.getByRole('row', { name: 'not said' }).textContent()
    expect(small).toContain('Too small: nothing is said of fewer than 20.')
    expect(small).not.toContain('%')
    await panel.getByText('The difference turns around within department').waitFor()
    await panel.getByText('Each department').click()
    expect(await panel.getByRole('row', { name: /^A / }).textContent()).toContain('82.4%')
    const standings = panel.getByRole('list', { name: 'Definitions of fairness' })
    expect(await standings.getByRole('listitem').first().textContent()).toMatch(/^brokenDemographic parity/)
    await page.getByRole('region', { name: 'By gender and abroad' }).waitFor()
    await page.getByRole('link', { name: 'Fairness' }).first().waitFor()
    expect(complaints).toEqual([])
  })

  test.each([
    ['a desk, light', {}],
    ['a desk, dark', { colorScheme: 'dark' }],
    ['a phone, light', { viewport: { width: 390, height: 844 } }],
    ['a phone, dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
  ] satisfies [string, BrowserContextOptions][])('is for everybody on %s', async (name, options) => {
    const { page, complaints } = await visit(options)
    await expectAccessible(page)
    const [wide, window] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      globalThis.innerWidth,
    ])
    expect(wide).toBeLessThanOrEqual(window ?? 0)
    if (process.env.LOOK !== undefined) {
      await page.screenshot({
        path: `${process.env.LOOK}/${name.replaceAll(/\W+/g, '-')}.png`,
        fullPage: true,
      })
    }
    expect(complaints).toEqual([])
  })
})
