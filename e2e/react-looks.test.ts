import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { launch } from './browser.ts'
import { type Gallery, type Guest, openGallery, visit, withBrowser } from './react-gallery.ts'
import { looks, phone, tooSmall } from './visit.ts'

withBrowser('the components for everybody', () => {
  let browser: Browser
  let gallery: Gallery

  beforeAll(async () => {
    ;[browser, gallery] = await Promise.all([launch(), openGallery()])
  })
  afterAll(async () => {
    await browser?.close()
    await gallery?.close()
  })

  /** Time passes here, because axe waits for it. */
  const look = async (options: BrowserContextOptions): Promise<Guest> => {
    const guest = await visit(browser, gallery.url, options)
    await guest.page.clock.resume()
    return guest
  }

  describe.each(looks.flatMap((screen) => (['ltr', 'rtl'] as const).map((dir) => ({ ...screen, dir }))))(
    '$name, $dir',
    ({ name: _name, dir, ...screen }) => {
      let guest: Guest

      beforeAll(async () => {
        guest = await look(screen)
        await guest.page.getByLabel('Direction').selectOption(dir)
      })
      afterAll(async () => {
        expect(guest.complaints).toEqual([])
        await guest.close()
      })

      const expectFine = async (): Promise<void> => {
        await expectAccessible(guest.page)
        expect(await sticksOut(guest.page)).toEqual([])
      }

      test('at first', expectFine)

      test('with everything unfolded and answered', async () => {
        await unfold(guest)
        await expectFine()
      })

      test('with nothing accepted', async () => {
        const { page } = guest
        await page.getByLabel('Server', { exact: true }).selectOption('refuses')
        await page.locator('#report-form').getByRole('radio').first().check()
        await page.locator('#report-form').getByRole('button', { name: 'Send report' }).click()
        await page.getByText('This was not accepted.').waitFor()
        await expectFine()
      })

      test('with the page taken by a warning', async () => {
        const { page } = guest
        await page.getByRole('button', { name: 'Open the link' }).click()
        await page.getByRole('alertdialog').waitFor()
        await expectFine()
        await page.getByText('Details').click()
        await expectFine()
      })
    },
  )

  test('every control is large enough for a finger', async () => {
    const guest = await look({ viewport: phone, hasTouch: true })
    await unfold(guest)
    const controls = '[data-holon] :is(button, label:has(input), textarea), button[data-holon]'
    expect(await tooSmall(guest.page, controls)).toEqual([])
    await guest.close()
  })

  test('nothing moves for people who want it still', async () => {
    const guest = await look({ reducedMotion: 'reduce' })
    await unfold(guest)
    const moving = await guest.page.evaluate(() =>
      [...document.querySelectorAll('[data-holon], [data-holon] *')].flatMap((element) =>
        [undefined, '::before', '::after']
          .map((part) => getComputedStyle(element, part))
          .filter((style) => style.transitionDuration !== '0s' || style.animationName !== 'none')
          .map(() => element.outerHTML),
      ),
    )
    expect(moving).toEqual([])
    await guest.close()
  })

  test('what is on can be told without colours', async () => {
    const guest = await look({ forcedColors: 'active' })
    await unfold(guest)
    const width = (name: string) =>
      guest.page
        .locator('#thumbs')
        .getByRole('button', { name, exact: true })
        .evaluate((button) => getComputedStyle(button).borderTopWidth)
    expect([await width('No'), await width('Yes')]).toEqual(['3px', '1px'])
    await guest.close()
  })
})

/** Brings every component into the state in which it shows most. */
async function unfold({ page }: Guest): Promise<void> {
  await page.getByText('Why?').click()
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByRole('button', { name: 'No', exact: true }).click()
  await page.locator('#stars label').nth(3).click()
  await page.getByRole('button', { name: 'Correct it' }).click()
  await page.getByRole('textbox', { name: 'Correct it' }).fill('Meeting on Tuesday at ten, room 14')
  await page.getByRole('button', { name: 'Move Shop up' }).click()
  await page.locator('#stars').getByText('Thank you').waitFor()
  await page.locator('del').first().waitFor()
}

/** What is wider than the screen. */
function sticksOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-holon], [data-holon] *')]
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect()
        return width > 1 && (left < -1 || right > document.documentElement.clientWidth + 1)
      })
      .map((element) => element.outerHTML),
  )
}
