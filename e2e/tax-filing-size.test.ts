import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { built, withPage } from './tax-filing-served.ts'

const budget = 250 * 1024

withPage('what the first view loads', () => {
  const html = () => readFileSync(join(built, 'index.html'), 'utf8')
  const files = () =>
    [...html().matchAll(/(?:src|href)="\/products\/tax-filing\/([^"]+\.(?:js|css))"/g)].map(
      ([, file = '']) => file,
    )

  test('is within 250 KiB of scripts and styles, compressed', () => {
    const sizes = files().map((file) => gzipSync(readFileSync(join(built, file))).length)
    expect(files().length).toBeGreaterThanOrEqual(3)
    expect(sizes.reduce((sum, size) => sum + size, gzipSync(html()).length)).toBeLessThan(budget)
  })

  test('has no script in the page itself, which the content security policy would stop', () => {
    expect(html().match(/<script(?![^>]*\ssrc=)[^>]*>/g)).toBeNull()
    expect(html()).not.toMatch(/\son\w+="/)
  })
})
