import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { complaintsOf } from './browser.ts'

const desktop = { width: 1280, height: 900 }
/** The screen of a phone. */
export const phone = { width: 390, height: 844 }

/** The ways in which every page is looked at. */
export const looks: readonly (BrowserContextOptions & { readonly name: string })[] = [
  { name: 'desktop, light', viewport: desktop, colorScheme: 'light' },
  { name: 'desktop, dark', viewport: desktop, colorScheme: 'dark' },
  { name: 'phone, light', viewport: phone, colorScheme: 'light', hasTouch: true },
  { name: 'phone, dark', viewport: phone, colorScheme: 'dark', hasTouch: true },
]

/** Opens an address in a context of its own; the page has to load nothing from elsewhere and to complain about nothing. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: desktop, reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  const { origin } = new URL(url)
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) complaints.push(request.url())
  })
  await page.goto(url)
  return { page, complaints }
}

/** Is something wider than the screen? */
export function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
}

/** Controls that are shown and too low for a finger, as HTML. */
export function tooSmall(page: Page, controls: string): Promise<readonly string[]> {
  return page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)]
        .filter((control) => control.checkVisibility() && control.getBoundingClientRect().height < 44)
        .map((control) => control.outerHTML),
    controls,
  )
}
