import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { launch } from './browser.ts'
import { type Gallery, type Guest, openGallery, scrollTo, visit, withBrowser } from './react-gallery.ts'

withBrowser('exposure tells what was really seen', () => {
  let browser: Browser
  let gallery: Gallery
  let guest: Guest

  beforeAll(async () => {
    ;[browser, gallery] = await Promise.all([launch(), openGallery()])
  })
  afterAll(async () => {
    await browser?.close()
    await gallery?.close()
  })
  afterEach(async () => {
    expect(guest.complaints).toEqual([])
    await guest.close()
  })

  /** A screen low enough to show one component at a time, at the one asked for. */
  const before = async (selector: string): Promise<Guest> => {
    guest = await visit(browser, gallery.url, { viewport: { width: 390, height: 500 } })
    await scrollTo(guest.page, selector)
    return guest
  }
  const seen = async (id: string): Promise<number> =>
    (await guest.arrived()).filter((line) => line === `seen ${id}`).length

  test('after a second in sight, and not before', async () => {
    const { pass } = await before('[data-holon=correction-editor]')
    await pass(900)
    expect(await seen('correction-editor')).toBe(0)
    await pass(200)
    await expect.poll(() => seen('correction-editor')).toBe(1)
    expect(await seen('annotation')).toBe(0)
  })

  test('not what was scrolled past, and the second starts anew when it comes back', async () => {
    const { page, pass } = await before('[data-holon=annotation]')
    await pass(800)
    await scrollTo(page, '#stars')
    await pass(5_000)
    await scrollTo(page, '[data-holon=annotation]')
    await pass(800)
    expect(await seen('annotation')).toBe(0)
    await pass(300)
    await expect.poll(() => seen('annotation')).toBe(1)
  })

  test('twice is once', async () => {
    const { page, pass } = await before('[data-holon=annotation]')
    for (let round = 0; round < 3; round++) {
      await scrollTo(page, '[data-holon=annotation]')
      await pass(2_000)
      await scrollTo(page, '#stars')
      await pass(2_000)
    }
    await expect.poll(() => seen('annotation')).toBe(1)
  })

  test('shown anew, the same decision is not told again', async () => {
    const { page, pass, press, reach } = await before('#warning')
    await reach(/Open the link/)
    for (let round = 0; round < 3; round++) {
      await press('Enter')
      await page.getByRole('alertdialog').waitFor()
      await scrollTo(page, '[data-part=sheet]')
      await pass(2_000)
      await press('Escape')
      await page.getByRole('alertdialog').waitFor({ state: 'detached' })
    }
    await expect.poll(() => seen('warning')).toBe(1)
  })

  test('less than half of it does not count', async () => {
    const { page, pass } = await before('#stars')
    const height = await page.locator('[data-holon=correction-editor]').evaluate((at) => {
      scrollBy({ top: at.getBoundingClientRect().top - innerHeight + 20, behavior: 'instant' })
      return at.getBoundingClientRect().height
    })
    expect(height).toBeGreaterThan(60)
    await pass(5_000)
    expect(await seen('correction-editor')).toBe(0)
    await scrollTo(page, '[data-holon=correction-editor]', 'end')
    await pass(1_100)
    await expect.poll(() => seen('correction-editor')).toBe(1)
  })

  test('a hidden tab does not count, nor the second it interrupts', async () => {
    const { page, pass } = await before('[data-holon=annotation]')
    const turn = (state: DocumentVisibilityState) =>
      page.evaluate((state) => {
        Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      }, state)
    await pass(500)
    await turn('hidden')
    await pass(10_000)
    expect(await seen('annotation')).toBe(0)
    await turn('visible')
    await pass(800)
    expect(await seen('annotation')).toBe(0)
    await pass(300)
    await expect.poll(() => seen('annotation')).toBe(1)
  })

  test('what is invisible, or behind something that takes the page, was not seen', async () => {
    const { page, pass, press, reach } = await before('[data-holon=annotation]')
    await page.addStyleTag({ content: '[data-holon=annotation].gone { opacity: 0 }' })
    await page.locator('[data-holon=annotation]').evaluate((at) => at.classList.add('gone'))
    await pass(3_000)
    expect(await seen('annotation')).toBe(0)

    await reach(/Open the link/)
    await press('Enter')
    await page.getByRole('alertdialog').waitFor()
    await page.locator('[data-holon=annotation]').evaluate((at) => {
      at.classList.remove('gone')
      at.scrollIntoView({ block: 'center', behavior: 'instant' })
    })
    await scrollTo(page, '[data-part=sheet]')
    await pass(3_000)
    expect(await seen('annotation')).toBe(0)
    await expect.poll(() => seen('warning')).toBe(1)

    await press('Escape')
    await page.getByText('You are safe').waitFor()
    await scrollTo(page, '[data-holon=annotation]')
    await pass(1_100)
    await expect.poll(() => seen('annotation')).toBe(1)
  })
})
