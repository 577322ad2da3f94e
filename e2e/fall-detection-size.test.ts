import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withPage } from './fall-detection-served.ts'
import { builtPage, compressed, firstView } from './product-served.ts'

const kibibyte = 1024

withPage('what the page of fall detection loads', () => {
  const pathOf = (file: string) => join(builtPage('fall-detection'), file)

  test('at first is within 150 KiB of scripts and styles, compressed', () => {
    const { files, bytes } = firstView('fall-detection')
    expect(files.length).toBeGreaterThanOrEqual(2)
    expect(bytes).toBeLessThan(150 * kibibyte)
  })

  test('for the model is within 40 KiB, and the model itself within 4', () => {
    const manifest: Record<string, { readonly file: string; readonly isDynamicEntry?: boolean }> = JSON.parse(
      readFileSync(pathOf('.vite/manifest.json'), 'utf8'),
    )
    const fileOf = (end: string) =>
      Object.entries(manifest).find(([source]) => source.endsWith(end))?.[1].file ?? expect.fail(`no ${end}`)
    expect(compressed(pathOf(fileOf('model-onnx/src/index.ts')))).toBeLessThan(40 * kibibyte)
    expect(statSync(pathOf(fileOf('fall.onnx'))).size).toBeLessThan(4 * kibibyte)
  })

  test('has no script in the page itself, which the content security policy would stop', () => {
    expect(firstView('fall-detection').inlineScripts).toEqual([])
  })
})
