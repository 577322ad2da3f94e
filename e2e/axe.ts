import axe, { type ImpactValue } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/**
 * Expects that axe finds nothing serious or critical on the page as it is now, whatever is open or shown on it. Time has
 * to pass on the page: axe waits for it.
 */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await seriousFindings(page)).toEqual([])
}

/** What axe finds serious or critical, a line for each element: the rule, where it is, what to do. */
export function seriousFindings(page: Page): Promise<readonly string[]> {
  return findings(page, ['serious', 'critical'])
}

/** What axe finds of some impacts, all if none is named, as `seriousFindings`. */
export async function findings(page: Page, impacts?: readonly ImpactValue[]): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  // Colours half-way through a transition are nobody's choice; what moves without end is looked at as it is.
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
    for (const animation of ending) animation.finish()
  })
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
  return violations
    .filter(({ impact }) => impacts?.includes(impact ?? null) ?? true)
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
    )
}
