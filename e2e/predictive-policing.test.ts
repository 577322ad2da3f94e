import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { launch } from './browser.ts'
import { serve, withPage } from './predictive-policing-served.ts'
import { firstView } from './product-served.ts'
import { isTooWide, looks, visit } from './visit.ts'

const budget = 150 * 1024

withPage('the loop on its page', () => {
  let browser: Browser
  let served: Awaited<ReturnType<typeof serve>>

  beforeAll(async () => {
    browser = await launch()
    served = await serve()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  /** Shares in a column of the table, percent, by neighbourhood. */
  const column = async (page: Page, name: string): Promise<readonly number[]> => {
    const table = page.getByRole('table')
    const heads = await table.locator('thead th').allTextContents()
    const rows = await table.locator('tbody tr').all()
    const cells = await Promise.all(rows.map((row) => row.locator('th, td').allTextContents()))
    return cells.map((row) => Number.parseInt(row[heads.indexOf(name)] ?? '', 10))
  }
  const top = async (page: Page): Promise<number> => Math.max(...(await column(page, 'Patrols')))
  const days = async (page: Page, hundreds: number): Promise<void> => {
    for (let i = 0; i < hundreds; i++) await page.getByRole('button', { name: /^To day/ }).click()
  }
  const by = (page: Page, way: string) => page.getByRole('radio', { name: way, exact: true }).check()

  test('grows from equal crime, and the alarm names the day on which it would have stopped', async () => {
    const { page } = await visit(browser, served.url)
    await page.getByText('Nothing tells them apart.').waitFor()
    await days(page, 3)
    expect(await column(page, 'Crime')).toEqual([14, 14, 14, 14, 14, 14, 14])
    expect(await top(page)).toBeGreaterThan(22)
    await page.getByRole('heading', { name: /^Loop alarm on day \d+$/ }).waitFor()
    await page.getByText('the system would have stopped on that day').waitFor()
    await page.context().close()
  })

  test.each(['Inverse probability', 'Reported incidents', 'Randomised slice'])(
    'stays near even by %s',
    async (way) => {
      const { page } = await visit(browser, served.url)
      await by(page, way)
      await days(page, 4)
      expect(await top(page)).toBeLessThan(25)
      await page.context().close()
    },
  )

  test('runs to the hot spot, and comes back when it is switched to reports', async () => {
    const { page } = await visit(browser, served.url)
    await by(page, 'Hot spot')
    await days(page, 2)
    expect(await top(page)).toBeGreaterThan(70)
    await by(page, 'Reported incidents')
    await days(page, 1)
    expect(await top(page)).toBeLessThan(25)
    await page.context().close()
  })

  test('stops when the alarm is heeded', async () => {
    const { page } = await visit(browser, served.url)
    await by(page, 'Hot spot')
    await page.getByRole('checkbox', { name: 'The loop alarm stops the forecast' }).check()
    await days(page, 3)
    await page.getByText('The forecast is switched off').waitFor()
    const shares = await column(page, 'Patrols')
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThan(3)
    await page.context().close()
  })

  test('follows a neighbourhood that really has more crime', async () => {
    const { page } = await visit(browser, served.url)
    await by(page, 'Reported incidents')
    await page.getByRole('checkbox', { name: 'The Mill really has twice the crime' }).check()
    await days(page, 3)
    const [, mill = 0] = await column(page, 'Patrols')
    expect(mill).toBeGreaterThan(18)
    expect(mill).toBeLessThan(30)
    await page.context().close()
  })

  test('lets days pass, pauses, and begins another city', async () => {
    const { page } = await visit(browser, served.url)
    await page.getByRole('button', { name: 'Let days pass' }).click()
    await page.getByText(/^Day [1-9]/).waitFor()
    await page.getByRole('button', { name: 'Pause' }).click()
    const paused = await page.getByText(/^Day \d/).textContent()
    await page.waitForTimeout(300)
    expect(await page.getByText(/^Day \d/).textContent()).toBe(paused)
    await page.getByRole('button', { name: 'Another city' }).click()
    await page.getByText('Nothing tells them apart.').waitFor()
    await page.context().close()
  })

  test('asks the served system, which records what it decides with its probability', async () => {
    const { page } = await visit(browser, served.url)
    await days(page, 1)
    const before = (await served.decisions()).length
    await page.getByRole('button', { name: 'Decide the first round of day 101' }).click()
    const answers = page.getByRole('listitem')
    await answers.first().waitFor()
    expect(await answers.count()).toBe(7)
    const decided = await served.decisions()
    expect(decided.length).toBe(before + 7)
    for (const { propensity, decision } of decided) {
      expect(decision).toBe('patrol')
      expect(propensity).toBeGreaterThan(0)
    }
    await page.context().close()
  })

  test('goes on without a server', async () => {
    const own = await serve()
    const { page } = await visit(browser, own.url)
    await page.getByText('Nothing tells them apart.').waitFor()
    await own.close()
    await page.getByRole('button', { name: /^Decide the first round/ }).click()
    await page.getByText('The server does not answer.').waitFor()
    await days(page, 1)
    expect(await top(page)).toBeGreaterThan(13)
    await page.context().close()
  })

  describe.each(looks)('$name', ({ name: _name, ...look }) => {
    test('nothing serious on the first day, after the alarm and with answers', async () => {
      const { page, complaints } = await visit(browser, served.url, look)
      await page.getByText('Nothing tells them apart.').waitFor()
      await expectAccessible(page)
      await by(page, 'Hot spot')
      await days(page, 3)
      await page.getByRole('button', { name: /^Decide the first round/ }).click()
      await page.getByRole('listitem').first().waitFor()
      await expectAccessible(page)
      expect(await isTooWide(page)).toBe(false)
      expect(complaints).toEqual([])
      await page.context().close()
    })
  })

  test('works by keyboard alone', async () => {
    const { page } = await visit(browser, served.url)
    await page.getByText('Nothing tells them apart.').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Day 100', { exact: true }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    expect(await page.getByRole('radio', { name: 'Hot spot', exact: true }).isChecked()).toBe(true)
    await page.context().close()
  })

  test('the first view is within 150 KiB of scripts and styles, compressed', () => {
    const { bytes, inlineScripts } = firstView('predictive-policing')
    expect(bytes).toBeLessThan(budget)
    expect(inlineScripts).toEqual([])
  })
})
