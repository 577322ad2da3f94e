import { type Browser, chromium as driver, type Page } from 'playwright-core'
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

/** What a page complains about from now on: errors that nobody caught, errors and warnings on its console. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  return complaints
}
