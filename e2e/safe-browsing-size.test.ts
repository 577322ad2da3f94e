import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compressed, firstView } from './product-served.ts'
import { extension, withPage } from './safe-browsing-served.ts'

withPage('what is loaded', () => {
  test('by the first view is within 250 KiB, compressed', () => {
    const { files, bytes } = firstView('safe-browsing')
    expect(files.length).toBeGreaterThanOrEqual(2)
    expect(bytes).toBeLessThan(250 * 1024)
  })

  test('by the extension is all its own: no script in a page, none from elsewhere', () => {
    for (const page of readdirSync(extension).filter((name) => name.endsWith('.html'))) {
      const html = readFileSync(join(extension, page), 'utf8')
      expect(html.match(/<script(?![^>]*\ssrc="\.\/)[^>]*>/g)).toBeNull()
      expect(html).not.toMatch(/https?:\/\//)
    }
    const { permissions, host_permissions, content_security_policy } = JSON.parse(
      readFileSync(join(extension, 'manifest.json'), 'utf8'),
    )
    expect(permissions).toEqual(['storage', 'webNavigation'])
    expect(host_permissions).toEqual(['http://127.0.0.1/*'])
    expect(content_security_policy.extension_pages).not.toMatch(/unsafe|https:|\/\*/)
  })

  test('by the worker is within 250 KiB, compressed, model included', () => {
    const script = readFileSync(join(extension, 'worker.js'), 'utf8')
    const imported = [...script.matchAll(/from\s*[`"']\.\/(assets\/[^`"']+\.js)[`"']/g)].map(
      ([, file = '']) => file,
    )
    expect(imported.length).toBeGreaterThanOrEqual(1)
    const model = readdirSync(join(extension, 'assets')).find((name) => name.endsWith('.onnx'))
    const files = ['worker.js', ...imported, `assets/${model}`]
    expect(files.reduce((sum, file) => sum + compressed(join(extension, file)), 0)).toBeLessThan(250 * 1024)
  })
})
