import type { Page } from 'playwright-core'
import { findings } from './axe.ts'
import { isTooWide } from './visit.ts'

/** What axe finds on the page as it is now, the slightest too, and that it does not fit the width. */
export async function faultsOn(page: Page): Promise<readonly string[]> {
  return [...(await findings(page)), ...((await isTooWide(page)) ? ['wider than the screen'] : [])]
}
