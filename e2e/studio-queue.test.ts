import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { complaintsOf, launch } from './browser.ts'
import { built, withBrowser } from './studio-program.ts'
import { serveReview } from './studio-review.ts'

// Before the page asks by itself, which is after 30 s.
const soon = { timeout: 20_000 }

withBrowser('the queue in the studio', () => {
  let browser: Browser
  let served: Awaited<ReturnType<typeof serveReview>>
  let page: Page
  let complaints: string[][]

  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  beforeEach(async () => {
    served = await serveReview(built)
    complaints = []
    page = await visit()
  })
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
    await served.close()
    // Who claims a case too late is told so by a 409, of which the browser complains.
    expect(complaints.flat().filter((one) => !one.includes('409'))).toEqual([])
  })

  async function visit(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
    const fresh = await context.newPage()
    complaints.push(complaintsOf(fresh))
    return fresh
  }

  async function go(on = page): Promise<void> {
    await on.goto(`${served.url}/systems/review/queue`)
    await on.getByRole('heading', { name: 'Queue', exact: true }).waitFor()
  }

  const called = (name: string, on = page) => on.getByRole('textbox', { name: 'Your name' }).fill(name)
  const region = (name: string, on = page) => on.getByRole('region', { name })
  const choose = (asks: string, on = page) => on.getByRole('link', { name: asks }).first().click()
  const doubtful = 'Does this page deceive its readers?'

  test('tells what, why, until when, and what came before', async () => {
    await served.check('first.example', 12, 'reader')
    await served.check('bank-01234.example', 6, 'reader')
    await served.report('shop.example', 'other reader')
    await go()
    await expect.poll(() => region('For reviewer').getByRole('listitem').count()).toBe(1)
    await expect.poll(() => region('For editor').getByRole('listitem').count()).toBe(1)
    await choose(doubtful)
    await region(doubtful).getByText('What the person met before').waitFor()
    const words = await region(doubtful).textContent()
    expect(words).toContain('in 1 h 59 min')
    expect(words).toContain('Somebody looks at this page for you.')
    expect(words).toMatch(/Address\s*bank-01234\.example/i)
    expect(words).toContain('Digits in the address 6 (typical: 2) raised the estimate')
    expect(words).toMatch(/What the person met before\s*warning/i)
    await page.getByRole('combobox', { name: 'For' }).selectOption('editor')
    await expect.poll(() => region('For reviewer').count()).toBe(0)
  })

  test('a case is claimed and answered by keyboard alone, and the answer is feedback', async () => {
    const { id } = await served.check('bank-01234.example', 6, 'reader')
    await go()
    await called('the reviewer')
    await page.getByRole('link', { name: doubtful }).focus()
    await page.keyboard.press('Enter')
    const one = region(doubtful)
    await one.getByRole('button', { name: 'Claim' }).focus()
    await page.keyboard.press('Enter')
    await one.getByText('It is kept for you until').waitFor()
    await one.getByRole('radio', { name: 'Deceives' }).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.type('It belongs to the bank.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await one.getByRole('heading', { name: 'Answered' }).waitFor()
    expect(await one.textContent()).toMatch(
      /Verdict\s*harmless\s*Why\s*It belongs to the bank\.\s*By\s*the reviewer/,
    )
    expect((await served.running.record(id)).back).toMatchObject([{ name: 'verdict', value: 'harmless' }])
    await page.getByText('Nothing waits.').waitFor()
    await page.getByText('Answered', { exact: true }).first().click()
    await region('For reviewer').getByText('answered').waitFor()
  })

  test('nobody works twice: who claims first keeps it, and others see it at once', async () => {
    await served.check('bank-01234.example', 6, 'reader')
    const other = await visit()
    await Promise.all([go(), go(other)])
    await Promise.all([called('one'), called('two', other), choose(doubtful), choose(doubtful, other)])
    await page.getByRole('button', { name: 'Claim' }).click()
    await page.getByText('It is kept for you until').waitFor()
    const refused = other.getByText('one is looking at this case.')
    const taken = other.getByText('is looking at it, until')
    await other
      .getByRole('button', { name: 'Claim' })
      .click({ timeout: 5000 })
      .catch(() => undefined)
    await taken.or(refused).first().waitFor()
    await page.getByRole('radio', { name: 'Unclear' }).check()
    await page.getByRole('button', { name: 'Answer', exact: true }).click()
    await other.getByText('Nothing waits.').waitFor(soon)
    await region(doubtful, other).getByRole('heading', { name: 'Answered' }).waitFor()
  })

  test('new cases appear by themselves, and an answer may be written', async () => {
    await go()
    await page.getByText('Nothing waits.').waitFor()
    await served.report('shop.example', 'reader')
    const asks = 'What should the warning have said?'
    await page.getByRole('link', { name: asks }).waitFor(soon)
    await choose(asks)
    await called('the editor')
    await page.getByRole('textbox', { name: 'Your answer' }).fill('That it is new, not that it deceives.')
    await page.getByRole('button', { name: 'Answer', exact: true }).click()
    await region(asks).getByText('That it is new, not that it deceives.').waitFor()
    expect(await served.waiting()).toEqual([])
  })

  test('a latched guardrail is reset by somebody who found out why', async () => {
    await served.check('a.example', 1, 'reader', { broken: true })
    await go()
    const latch = page.getByRole('article', { name: 'list of known pages' })
    expect(await latch.textContent()).toContain('The list is empty.')
    expect(await latch.getByRole('button', { name: 'Reset' }).isDisabled()).toBe(true)
    await called('the operator')
    await latch.getByRole('textbox', { name: 'What you found out' }).fill('The list was not loaded.')
    await latch.getByRole('button', { name: 'Reset' }).click()
    await page.getByText('None holds anything back now.').waitFor()
    expect(served.running.latches()).toEqual([])
  })

  test.each([
    ['a desk by day', { width: 1280, height: 900 }, 'light'],
    ['a desk at night', { width: 1280, height: 900 }, 'dark'],
    ['a phone by day', { width: 390, height: 844 }, 'light'],
    ['a phone at night', { width: 390, height: 844 }, 'dark'],
  ] as const)('is accessible on %s', async (_where, viewport, colorScheme) => {
    await served.check('first.example', 12, 'reader')
    await served.check('bank-01234.example', 6, 'reader')
    await served.report('shop.example', 'other reader')
    await served.check('a.example', 1, 'third reader', { broken: true })
    page = await visit({ viewport, colorScheme, reducedMotion: 'reduce' })
    await go()
    await region('For reviewer').waitFor()
    await expectAccessible(page)
    await called('the reviewer')
    await choose(doubtful)
    await region(doubtful).waitFor()
    await page.getByRole('button', { name: 'Claim' }).click()
    await page.getByText('It is kept for you until').waitFor()
    await expectAccessible(page)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
  })
})
