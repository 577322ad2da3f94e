import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { built, withPage } from './safe-browsing-served.ts'

const compressed = (file: string): number => gzipSync(readFileSync(file)).length

withPage('what is loaded', () => {
  test('by the first view is within 250 KiB of scripts and styles, compressed', () => {
    const html = readFileSync(join(built, 'index.html'), 'utf8')
    const files = [...html.matchAll(/(?:src|href)="\/products\/safe-browsing\/([^"]+\.(?:js|css))"/g)]
    expect(files.length).toBeGreaterThanOrEqual(2)
    const sizes = files.map(([, file = '']) => compressed(join(built, file)))
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250 * 1024)
  })

  test('by the extension is all its own: no script in a page, none from elsewhere', () => {
    const folder = join(built, 'extension')
    for (const page of readdirSync(folder).filter((name) => name.endsWith('.html'))) {
      const html = readFileSync(join(folder, page), 'utf8')
      expect(html.match(/<script(?![^>]*\ssrc="\.\/)[^>]*>/g)).toBeNull()
      expect(html).not.toMatch(/https?:\/\//)
    }
    const { permissions, host_permissions, content_security_policy } = JSON.parse(
      readFileSync(join(folder, 'manifest.json'), 'utf8'),
    )
    expect(permissions).toEqual(['storage', 'webNavigation'])
    expect(host_permissions).toEqual(['http://127.0.0.1/*'])
    expect(content_security_policy.extension_pages).not.toMatch(/unsafe|https:|\/\*/)
  })

  test('by the worker is within 250 KiB, compressed, model included', () => {
    const folder = join(built, 'extension')
    const script = readFileSync(join(folder, 'worker.js'), 'utf8')
    const imported = [...script.matchAll(/from\s*[`"']\.\/(assets\/[^`"']+\.js)[`"']/g)].map(
      ([, file = '']) => file,
    )
    expect(imported.length).toBeGreaterThanOrEqual(1)
    const model = readdirSync(join(folder, 'assets')).find((name) => name.endsWith('.onnx'))
    const files = ['worker.js', ...imported, `assets/${model}`]
    expect(files.reduce((sum, file) => sum + compressed(join(folder, file)), 0)).toBeLessThan(250 * 1024)
  })
})
