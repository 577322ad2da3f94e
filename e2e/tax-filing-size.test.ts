import { expect, test } from 'vitest'
import { firstView } from './product-served.ts'
import { withPage } from './tax-filing-served.ts'

const budget = 250 * 1024

withPage('what the first view loads', () => {
  test('is within 250 KiB of scripts and styles, compressed', () => {
    const { files, bytes } = firstView('tax-filing')
    expect(files.length).toBeGreaterThanOrEqual(3)
    expect(bytes).toBeLessThan(budget)
  })

  test('has no script in the page itself, which the content security policy would stop', () => {
    const { html, inlineScripts } = firstView('tax-filing')
    expect(inlineScripts).toEqual([])
    expect(html).not.toMatch(/\son\w+="/)
  })
})
