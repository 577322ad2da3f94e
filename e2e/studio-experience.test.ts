import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { complaintsOf, launch } from './browser.ts'
import { decideBills, serveReminders } from './studio-experience-reminders.ts'
import { built, withBrowser } from './studio-program.ts'

withBrowser('the designer of experiences in the studio', () => {
  let browser: Browser
  let served: Awaited<ReturnType<typeof serveReminders>>
  let page: Page
  let complaints: string[][]

  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  beforeEach(async () => {
    served = await serveReminders(built)
    await decideBills(served.running, 120)
    complaints = []
    page = await visit()
  })
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
    await served.close()
    expect(complaints.flat()).toEqual([])
  })

  async function visit(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
    const fresh = await context.newPage()
    complaints.push(complaintsOf(fresh))
    return fresh
  }

  async function go(decision = '', on = page): Promise<void> {
    await on.goto(`${served.url}/systems/reminders/experience/${decision}`)
    await on.getByRole('heading', { level: 2, name: 'What each experience is worth' }).waitFor()
  }

  const wordsOf = async (place: Locator): Promise<string> =>
    ((await place.textContent()) ?? '').replaceAll(/\s+/g, ' ')
  const thresholds = (): Promise<string> => wordsOf(page.locator('.worth-thresholds'))
  const changed = (): Promise<string> => wordsOf(page.locator('.outcome-changed [role="status"]'))
  const handle = (name: string): Locator => page.getByRole('slider', { name, exact: true })

  const number = (name: string): Locator => page.getByRole('textbox', { name, exact: true })

  /** Present and proposed number of decisions with an experience. */
  async function counts(experience: string): Promise<readonly number[]> {
    const row = page
      .getByRole('region', { name: 'Who would meet what' })
      .getByRole('row', { name: experience })
    const cells = await row.getByRole('cell').allInnerTexts()
    return cells.map((cell) => Number.parseInt(cell, 10)).filter(Number.isFinite)
  }

  async function press(on: Locator, key: string, times: number): Promise<void> {
    await on.focus()
    for (let n = 0; n < times; n++) await page.keyboard.press(key)
  }

  async function save(who: string, why: string): Promise<void> {
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Who changes it').fill(who)
    await dialog.getByLabel('Why').fill(why)
    await dialog.getByRole('button', { name: 'Put it to work' }).click()
    await dialog.waitFor({ state: 'detached' })
  }

  const met = async (risk: number, subject: string): Promise<string> =>
    (await served.running.decide('reminder', { risk }, { subject })).experience

  test('leads from the navigation to the first decision, and shows what follows from its numbers', async () => {
    await page.goto(`${served.url}/systems/reminders`)
    await page.getByRole('link', { name: 'Experience', exact: true }).first().click()
    await page.getByRole('heading', { level: 1, name: 'reminder', exact: true }).waitFor()
    expect(page.url()).toContain('/systems/reminders/experience/reminder')
    expect(await thresholds()).toBe('nothing up to 0.37 · note from 0.37 on · call from 0.60 on')
    await expect.poll(() => counts('nothing')).toEqual([73, 73])
    expect(await counts('note')).toEqual([20, 20])
    expect(await counts('call')).toEqual([27, 27])
  })

  test('a handle moved by keyboard moves thresholds, counts and the decisions that would be others', async () => {
    await go('reminder')
    const wrong = handle('call, when wrong')
    expect(await wrong.getAttribute('aria-valuetext')).toBe('−6, −6.5 with the interruption')
    await expect.poll(() => counts('call')).toEqual([27, 27])
    await press(wrong, 'PageUp', 6)
    expect(Number(await wrong.getAttribute('aria-valuenow'))).toBeGreaterThan(-6)
    expect(await thresholds()).toMatch(/call from 0\.[345]\d on/)
    await expect.poll(changed).toMatch(/^\d+ of these 120 decisions would be others\.$/)
    const [present, proposed = 0] = await counts('call')
    expect(present).toBe(27)
    expect(proposed).toBeGreaterThan(27)
    const listed = page.locator('.outcome-list a')
    expect(await listed.first().getAttribute('href')).toMatch(/\/systems\/reminders\/decisions\/.+/)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    expect(await thresholds()).toContain('call from 0.60 on')
    expect(await page.getByRole('region', { name: 'Unsaved changes' }).count()).toBe(0)
  })

  test('the cost of interrupting moves by its slider, and by its number', async () => {
    await go('reminder')
    await press(page.getByRole('slider', { name: 'note, cost of interrupting, slider' }), 'ArrowRight', 4)
    expect(await thresholds()).not.toContain('note from 0.37 on')
    await page.getByRole('button', { name: 'Undo all' }).click()
    await number('note, cost of interrupting').fill('-5')
    await expect.poll(thresholds).toBe('nothing up to 0.54 · call from 0.54 on · note never')
  })

  test('a handle can be dragged', async () => {
    await go('reminder')
    const right = handle('note, when right')
    const box = await right.locator('.handle-square').boundingBox()
    if (box === null) expect.fail('the handle is not there')
    await page.mouse.move(box.x + 6, box.y + 6)
    await page.mouse.down()
    await page.mouse.move(box.x + 6, box.y - 60, { steps: 5 })
    await page.mouse.up()
    expect(Number(await right.getAttribute('aria-valuenow'))).toBeGreaterThan(3)
    expect(await thresholds()).not.toContain('note from 0.37 on')
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    expect(await thresholds()).toContain('note from 0.37 on')
  })

  test('a handle follows a finger, and the page stays where it is', async () => {
    const phone = await visit({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    await go('reminder', phone)
    const wrong = phone.getByRole('slider', { name: 'call, when wrong', exact: true })
    await wrong.scrollIntoViewIfNeeded()
    const box = await wrong.locator('.handle-square').boundingBox()
    if (box === null) expect.fail('the handle is not there')
    const before = await phone.evaluate(() => scrollY)
    const touch = await phone.context().newCDPSession(phone)
    const at = (up: number) => [{ x: box.x + 6, y: box.y + 6 - up }]
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) })
    for (const up of [10, 30, 50]) {
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(up) })
    }
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await expect.poll(async () => Number(await wrong.getAttribute('aria-valuenow'))).toBeGreaterThan(-5)
    expect(await phone.evaluate(() => scrollY)).toBe(before)
  })

  test('saves a version that changes decisions, by somebody and for a reason, and goes back', async () => {
    await go('reminder')
    expect(await met(0.5, 'before')).toBe('note')
    await number('call, when wrong').fill('-1')
    await page.getByRole('button', { name: 'Save as a new version' }).click()
    const dialog = page.getByRole('dialog', { name: 'A new version of reminder' })
    expect(await wordsOf(dialog.locator('.change-list'))).toContain('call when wrong −6')
    await dialog.getByText(/Of the last 121 decisions/).waitFor()
    expect(await dialog.getByRole('button', { name: 'Put it to work' }).isDisabled()).toBe(true)
    await expectAccessible(page)
    await save('the product owner', 'A needless call is less bad than we thought.')
    const versions = page.getByRole('region', { name: 'Versions' })
    await versions.getByText('A needless call is less bad than we thought.').waitFor()
    expect(await met(0.5, 'after')).toBe('call')
    expect(await page.getByRole('region', { name: 'Unsaved changes' }).count()).toBe(0)
    expect(await number('call, when wrong').inputValue()).toBe('-1')

    await versions.getByRole('button', { name: 'Go back to what is declared' }).click()
    await save('the product owner', 'Back: customers complained.')
    await versions.getByText('Version 2').waitFor()
    expect(await wordsOf(versions.getByRole('listitem').first())).toContain('call when wrong −1')
    expect(await met(0.5, 'again')).toBe('note')
    await versions.getByRole('button', { name: 'Go back to version 1' }).click()
    await save('the product owner', 'Calls were better after all.')
    await versions.getByText('Version 3').waitFor()
    expect(await met(0.5, 'at last')).toBe('call')
    expect((await served.running.tunings()).map(({ version, by }) => [version, by])).toEqual(
      [1, 2, 3].map((version) => [version, 'the product owner']),
    )
  })

  test('a draft is kept until it is saved, and cancelling saves nothing', async () => {
    await go('reminder')
    await press(handle('note, when wrong'), 'ArrowUp', 3)
    const unsaved = page.getByRole('region', { name: 'Unsaved changes' })
    await page.getByRole('button', { name: 'Save as a new version' }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await unsaved.getByText('1 number changed').waitFor()
    await page.locator('.outcome-list a').first().click()
    await page.getByRole('heading', { level: 2, name: 'Predict' }).waitFor()
    await page.goBack()
    await unsaved.getByText('1 number changed').waitFor()
    await unsaved.getByRole('button', { name: 'Undo all' }).click()
    await page.reload()
    await expect.poll(thresholds).toContain('note from 0.37 on')
    expect(await unsaved.count()).toBe(0)
    expect(await served.running.tunings()).toEqual([])
  })

  test('tells of interruptions, guardrails, latches and mistakes, and links what they name', async () => {
    await served.running.decide('reminder', { risk: 1.5 }, { subject: 'odd' })
    await go('reminder')
    const guardrails = page.getByRole('region', { name: /^Guardrails/ })
    const nights = guardrails.getByRole('listitem').filter({ hasText: 'quiet nights' })
    await expect.poll(() => wordsOf(nights)).toMatch(/[1-9]\d* times in 121 decisions/)
    await guardrails.getByText('Latched at nothing for one person: the risk is above 1').waitFor()
    await page
      .getByRole('region', { name: 'Interruptions' })
      .getByText(/of 121 decisions/)
      .waitFor()
    const habituation = page.getByRole('region', { name: 'Being interrupted again' })
    expect(await wordsOf(habituation)).toContain('adds 50% to the cost of the next one')
    const mistakes = page.getByRole('table', { name: 'Mistakes' })
    expect(await mistakes.getByRole('link', { name: 'quiet nights' }).getAttribute('href')).toBe(
      '#guardrail-quiet-nights',
    )
    await mistakes.getByRole('link', { name: 'helpful reminders' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Goals' }).waitFor()
  })

  test('draws risk against coverage where a promise was made, and says where it cannot be', async () => {
    await go('refund')
    const alone = page.getByRole('region', { name: 'What is decided alone' })
    expect(await wordsOf(alone)).toMatch(/Promised: wrong in at most 5% .* with 95% confidence/)
    await alone.getByRole('img', { name: /at the certified coverage of/ }).waitFor()
    expect(await thresholds()).toContain('clerk where the model is less sure than')
    await page.getByLabel('Decision', { exact: true }).selectOption('rebate')
    await alone.getByText('20 calibration cases are too few').waitFor()
    await page.getByText('No thresholds.').waitFor()
    await expectAccessible(page)
  })

  test('asks the logged decisions where there are no lines', async () => {
    for (const risk of [0.1, 0.5, 0.6, 0.9]) await served.running.decide('plan', { risk })
    await go('plan')
    await page.getByText('worked out from each case').waitFor()
    expect(await page.getByRole('slider', { name: /when (right|wrong)/ }).count()).toBe(0)
    const best = page.locator('.worth-dots path[data-best="true"]').last()
    const places = async () => ((await best.getAttribute('d')) ?? '').match(/M/g)?.length ?? 0
    await expect.poll(places).toBe(1)
    await number('parts, when wrong').fill('-0.2')
    await expect.poll(changed).toBe('2 of these 4 decisions would be others.')
    await expect.poll(places).toBe(3)
    await expectAccessible(page)
  })

  test('shows the worth of each class, and lets the cost of interrupting move', async () => {
    for (const risk of [0.2, 0.7, 0.9]) await served.running.decide('answer', { risk })
    await go('answer')
    await page.getByText('Its model predicts several classes').waitFor()
    await page.getByText('bill 2, praise 1, other −3').waitFor()
    expect(await page.getByRole('img', { name: /^Predictions of/ }).count()).toBe(0)
    await number('answer, cost of interrupting').fill('-1')
    await expect.poll(changed).toBe('1 of these 3 decisions would be another.')
    await expectAccessible(page)
  })

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
    ['dark', 390],
  ] as const)('is accessible and fits in %s at %i pixels', async (colorScheme, width) => {
    const other = await visit({ colorScheme, viewport: { width, height: 844 }, reducedMotion: 'reduce' })
    await go('reminder', other)
    await other.getByText('quiet nights').first().waitFor()
    await other.getByRole('slider', { name: 'call, when right', exact: true }).focus()
    await other.keyboard.press('ArrowUp')
    await expectAccessible(other)
    expect(
      await other.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0)
  })
})
