import { type Browser, chromium as driver } from 'playwright-core'
import { chromium } from '../tools/optional.ts'

const path = chromium()

/** How Chromium is started for a test: without a window, and without calling anybody. */
export const browserOptions = {
  ...(path !== undefined && { executablePath: path }),
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

/** A browser with a profile of its own. */
export function launch(): Promise<Browser> {
  return driver.launch(browserOptions)
}
