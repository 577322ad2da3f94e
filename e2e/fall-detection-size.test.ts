import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { built, withPage } from './fall-detection-served.ts'

const kibibyte = 1024

withPage('what the page of fall detection loads', () => {
  const read = (file: string) => readFileSync(join(built, file))
  const html = () => read('index.html').toString('utf8')
  const zipped = (files: readonly string[]) =>
    files.reduce((sum, file) => sum + gzipSync(read(file)).length, 0)

  test('at first is within 150 KiB of scripts and styles, compressed', () => {
    const files = [...html().matchAll(/(?:src|href)="\/products\/fall-detection\/([^"]+\.(?:js|css))"/g)].map(
      ([, file = '']) => file,
    )
    expect(files.length).toBeGreaterThanOrEqual(2)
    expect(zipped(['index.html', ...files])).toBeLessThan(150 * kibibyte)
  })

  test('for the model is within 40 KiB, and the model itself within 4', () => {
    const manifest: Record<string, { readonly file: string; readonly isDynamicEntry?: boolean }> = JSON.parse(
      read('.vite/manifest.json').toString('utf8'),
    )
    const fileOf = (end: string) =>
      Object.entries(manifest).find(([source]) => source.endsWith(end))?.[1].file ?? expect.fail(`no ${end}`)
    expect(zipped([fileOf('model-onnx/src/index.ts')])).toBeLessThan(40 * kibibyte)
    expect(read(fileOf('fall.onnx')).length).toBeLessThan(4 * kibibyte)
  })

  test('has no script in the page itself, which the content security policy would stop', () => {
    expect(html().match(/<script(?![^>]*\ssrc=)[^>]*>/g)).toBeNull()
  })
})
