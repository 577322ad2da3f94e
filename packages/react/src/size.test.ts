import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { build } from 'esbuild'
import { expect, test } from 'vitest'

const budgets = { code: 8 * 1024, style: 2.5 * 1024, hooks: 2 * 1024 }
const home = join(import.meta.dirname, '..')

/** Bytes, compressed, of a module that imports something of the package, and what came with it. */
async function sizeOf(contents: string, loader: 'ts' | 'css' = 'ts') {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2023',
    jsx: 'automatic',
    external: ['react', 'react/jsx-runtime'],
    write: false,
    metafile: true,
  })
  const bytes = gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length
  return { bytes, inputs: Object.keys(metafile.inputs) }
}

test('everything together is small and brings nothing along', async () => {
  const { bytes, inputs } = await sizeOf(`export * from './index.ts'`)
  expect(bytes).toBeGreaterThan(3_000)
  expect(bytes).toBeLessThanOrEqual(budgets.code)
  expect(inputs.filter((file) => !file.includes('react/src/') && file !== '<stdin>')).toEqual([])
})

test('so is the style', async () => {
  const { bytes } = await sizeOf(`@import '${join(home, 'style.css')}';`, 'css')
  expect(bytes).toBeGreaterThan(1_000)
  expect(bytes).toBeLessThanOrEqual(budgets.style)
})

test('who uses only the hooks loads only the hooks', async () => {
  const { bytes } = await sizeOf(`export { createHooks, useExposure } from './index.ts'`)
  expect(bytes).toBeGreaterThan(500)
  expect(bytes).toBeLessThanOrEqual(budgets.hooks)
})
