import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launch } from './browser.ts'
import { afterFall, type Served, serve, withPage } from './fall-detection-served.ts'
import { visit } from './visit.ts'

withPage('the countdown by keyboard alone', () => {
  let browser: Browser
  let served: Served
  let page: Page

  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  beforeEach(async () => {
    served = await serve()
    ;({ page } = await visit(browser, `${served.url}watch`))
    await afterFall(served, page)
  })
  afterEach(async () => {
    await page.context().close()
    await served.close()
  })

  const focused = () => page.evaluate(() => document.activeElement?.textContent)

  test('“I am fine” has the focus, and Enter presses it', async () => {
    await expect.poll(focused).toBe('I am fine')
    await page.keyboard.press('Enter')
    await page.getByText('Nobody is called.').waitFor()
    expect((await served.episode()).ended).toMatchObject({ by: 'fine' })
  })

  test('“I need help” is one step away, and Space presses it', async () => {
    await expect.poll(focused).toBe('I am fine')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('I need help')
    await page.keyboard.press('Space')
    await page.getByRole('heading', { name: 'Calling your caretaker' }).waitFor()
    const { steps } = await served.episode()
    expect(steps.at(-1)?.record.step).toMatchObject({ because: 'needsHelp' })
  })

  test('no other key answers: Escape is silence', async () => {
    await expect.poll(focused).toBe('I am fine')
    await page.keyboard.press('Escape')
    expect(await page.getByRole('timer').count()).toBe(1)
    served.clock.advance(30_000)
    await page.getByRole('heading', { name: 'Calling your caretaker' }).waitFor()
  })

  test('a screen reader is told what happens', async () => {
    await expect
      .poll(() => page.getByRole('region', { name: 'Did you fall?' }).getByRole('status').textContent())
      .toMatch(/Your caretaker is called in \d+ seconds/)
    served.clock.advance(30_000)
    await page.getByRole('alert').filter({ hasText: 'Calling your caretaker' }).waitFor()
  })
})
