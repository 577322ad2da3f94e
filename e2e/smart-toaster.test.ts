import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch } from './browser.ts'
import { type Served, serve, withPage } from './smart-toaster-served.ts'
import { visit } from './visit.ts'

/** A toast takes seconds here; a machine with other work takes its time. */
const long = { timeout: 100_000 }

withPage('the toaster on its page', () => {
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

  /** A toaster of its own, in which a minute is a second. */
  async function plugIn({ url } = served): Promise<Page> {
    const { page } = await visit(browser, url)
    await page.getByText('Ready for a slice.').waitFor(long)
    await page.getByText('a minute in a second').click()
    return page
  }

  const press = (page: Page) => page.getByRole('button', { name: 'Press the lift down' }).click()
  const done = (page: Page) => page.getByText('Done. The bread is up.').waitFor(long)
  const broken = (page: Page, name: string) => page.getByText(name, { exact: true }).click()
  const saved = (page: Page) => page.getByRole('region', { name: 'What kept this toast safe' })
  const bread = (page: Page) => page.getByRole('img', { name: /^A slice of/ })

  test('toasts as ordered, is judged, and takes it that this person likes it lighter', {
    timeout: 200_000,
  }, async () => {
    const page = await plugIn()
    await page.getByText('Brioche').click()
    await page.getByText('Brown', { exact: true }).click()
    await press(page)
    await done(page)
    expect(await bread(page).getAttribute('aria-label')).toMatch(
      /brioche bread up, out of the heat, browned by \d\d units/,
    )
    await page.getByRole('button', { name: 'Too dark' }).click()
    await page.getByText('Next time it will be lighter.').waitFor()
    await page.getByText(/From 1 verdict it takes it that you like toast \d\.\d units lighter/).waitFor()
    const [first] = await served.toasts()
    const id = first?.id ?? expect.fail('nothing was decided')
    await expect
      .poll(() => served.back(id), long)
      .toMatchObject({
        exposure: true,
        verdict: 'tooDark',
        smokeAlarm: false,
        missed: expect.any(Number),
        wattHours: expect.any(Number),
      })
    await page.locator('label', { hasText: '4 of 5 stars' }).click()
    await expect.poll(() => served.back(id), long).toMatchObject({ trust: 4 })
    await page.reload()
    await page.getByText('From 1 verdict it takes it that you like toast').waitFor(long)
    await page.getByRole('button', { name: 'Forget my taste' }).click()
    await page.getByText('It knows nothing of your taste yet.').waitFor()
    await page.context().close()
  })

  test('comes up at once when it is stopped, and tells so', async () => {
    const page = await plugIn()
    await page.getByText('as it does').click()
    await press(page)
    await page.getByText('Toasting.', { exact: true }).waitFor(long)
    await page.getByRole('button', { name: 'Stop' }).click()
    await done(page)
    const [latest] = await served.toasts()
    await expect.poll(() => served.back(latest?.id ?? ''), long).toMatchObject({ stopped: true })
    await page.context().close()
  })

  describe('stays safe, and says who saw to it', () => {
    test.each([
      ['Model: always 20 minutes', 'longest time'],
      ['Model: NaN', 'no number'],
      ['Model: oscillating', 'longest time'],
      ['Model: stuck', 'longest time'],
      ['Model: hangs', 'did not answer in time'],
      ['Program: full power for ever', 'too hot'],
      ['Eye: stuck', 'an eye that lies'],
      ['Eye: blind to heat', 'sees nothing get warm'],
    ])('%s', { timeout: 200_000 }, async (name, by) => {
      const page = await plugIn()
      await broken(page, name)
      const before = (await served.toasts()).length
      await press(page)
      await done(page)
      expect(await saved(page).textContent()).toContain(by)
      expect(await page.getByText('The smoke alarm calls.').count()).toBe(0)
      // A model that is broken does not even cost a slice.
      if (name.startsWith('Model'))
        expect(await bread(page).getAttribute('aria-label')).not.toContain('burnt')
      // What a broken model decided is nobody's measure.
      expect((await served.toasts()).length).toBe(before + (name.startsWith('Model') ? 0 : 1))
      await page.context().close()
    })

    test('a program that hangs in the middle of a toast', { timeout: 200_000 }, async () => {
      const page = await plugIn()
      await page.getByText('10 times faster').click()
      await press(page)
      await page.getByText('Toasting.', { exact: true }).waitFor(long)
      await broken(page, 'Program: hangs')
      await done(page)
      expect(await saved(page).textContent()).toContain('watchdog')
      await page.context().close()
    })

    test('an eye found out is latched until somebody says who looked and what was found', {
      timeout: 200_000,
    }, async () => {
      const page = await plugIn()
      await broken(page, 'Eye: dead')
      await press(page)
      await page.getByText('Latched:').waitFor(long)
      await broken(page, 'Nothing')
      await press(page)
      await done(page)
      expect(await saved(page).textContent()).toContain('an eye that lies')
      await page.getByRole('button', { name: 'Release it' }).click()
      await page.getByText('Latched:').waitFor()
      await page.getByLabel('Who are you?').fill('the electrician')
      await page.getByLabel('What did you find?').fill('a loose wire, mended')
      await page.getByRole('button', { name: 'Release it' }).click()
      await page.getByText('Latched:').waitFor({ state: 'detached', ...long })
      await press(page)
      await page.getByText('Toasting.', { exact: true }).waitFor(long)
      await page.context().close()
    })

    test('a welded relay: only the fuse helps, and for good', { timeout: 200_000 }, async () => {
      const page = await plugIn()
      await broken(page, 'Relay: welded shut')
      await press(page)
      await page.getByText('The fuse has melted.').waitFor(long)
      expect(await saved(page).textContent()).toContain('no program can reach it')
      expect(await page.getByText('Fire.', { exact: true }).count()).toBe(0)
      await broken(page, 'Nothing')
      await page.getByRole('button', { name: 'Buy a new toaster' }).click()
      await page.getByText('The fuse has melted.').waitFor({ state: 'detached', ...long })
      await page.context().close()
    })
  })

  test('toasts by the dial when the server is away', { timeout: 200_000 }, async () => {
    const own = await serve()
    const page = await plugIn(own)
    await own.close()
    await press(page)
    await done(page)
    expect(await saved(page).textContent()).toContain('the fixed dial')
    await page.context().close()
  })
})
