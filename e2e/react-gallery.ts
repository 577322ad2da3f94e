import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { build, type InlineConfig, preview } from 'vite'
import { chromium, optional } from '../tools/optional.ts'
import { complaintsOf } from './browser.ts'

/** Tests that look at the components of `@holon/react` in a browser. */
export const withBrowser = optional('Chromium', chromium() !== undefined, 'install chromium')

/** The gallery as it is built, at an address of its own. */
export interface Gallery {
  readonly url: string
  close(): Promise<void>
}

/** Builds the gallery and serves it. */
export async function openGallery(): Promise<Gallery> {
  const root = join(import.meta.dirname, '..', 'packages', 'react', 'gallery')
  const folder = mkdtempSync(join(tmpdir(), 'holon-gallery-'))
  const config: InlineConfig = {
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
    preview: { host: '127.0.0.1', port: 0 },
  }
  await build(config)
  const server = await preview(config)
  return {
    url: server.resolvedUrls?.local[0] ?? '',
    close: async () => {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A person in front of the gallery. Time stands, and goes only as far as told. */
export interface Guest {
  readonly page: Page
  readonly complaints: string[]
  /** What arrived at the pretended server, oldest first. */
  arrived(): Promise<readonly string[]>
  press(...keys: readonly string[]): Promise<void>
  /** Tabs until something of this name has the focus. */
  reach(name: RegExp): Promise<void>
  /** Name of what has the focus. */
  focus(): Promise<string>
  pass(milliseconds: number): Promise<void>
  close(): Promise<void>
}

/** Opens the gallery in a context of its own, with all answers there. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Guest> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  await page.clock.install({ time: 0 })
  await page.clock.pauseAt(1_000)
  await page.goto(url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const note = page.getByText('This letter asks for a password')
  for (let tries = 0; tries < 200 && !(await note.isVisible()); tries++) await page.clock.runFor(300)
  await note.waitFor()

  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const focus = () =>
    page.evaluate(() => {
      const { activeElement: at } = document
      // Nothing has the focus then, and the body holds every name there is.
      if (at === null || at === document.body) return ''
      const label = 'labels' in at ? (at as HTMLInputElement).labels?.[0]?.textContent : undefined
      return at.getAttribute('aria-label') ?? label ?? at.textContent ?? ''
    })
  return {
    page,
    complaints,
    press,
    focus,
    arrived: async () => (await page.locator('.arrived li').allTextContents()).reverse(),
    reach: async (name) => {
      for (let tabs = 0; tabs < 80; tabs++) {
        await press('Tab')
        if (name.test(await focus())) return
      }
      throw new TypeError(`nothing called ${name} can be reached`)
    },
    pass: (milliseconds) => page.clock.runFor(milliseconds),
    close: () => context.close(),
  }
}

/** Scrolls, and waits until the browser has told everybody who watches what is inside the screen now. */
export async function scrollTo(
  page: Page,
  selector: string,
  block: ScrollLogicalPosition = 'center',
): Promise<void> {
  await page.locator(selector).evaluate(
    (element, block) =>
      new Promise<void>((resolve) => {
        element.scrollIntoView({ block, behavior: 'instant' })
        // Observers are told in the order in which they were made: this one is the last.
        const observer = new IntersectionObserver(() => {
          observer.disconnect()
          resolve()
        })
        observer.observe(element)
      }),
    block,
  )
}
