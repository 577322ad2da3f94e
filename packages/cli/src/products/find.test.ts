import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findProducts } from './find.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holon-find-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

const productNamed = (name: string): string =>
  `{ system: { kind: 'system', name: '${name}' }, source: new URL(import.meta.url) }`

async function namesOf(...names: string[]): Promise<string[]> {
  return (await findProducts(names, folder)).map(({ system }) => system.name)
}

describe('products', () => {
  test('are found in their folders, in order, the source before what was compiled of it', async () => {
    write('products/toaster/product.ts', `export const product: object = ${productNamed('toaster')}`)
    write('products/kettle/product.js', `export const product = ${productNamed('kettle')}`)
    write('products/kettle/product.ts', `export const product: object = ${productNamed('kettle-source')}`)
    write('products/readme.md', '')
    expect(await namesOf()).toEqual(['kettle-source', 'toaster'])
    expect(await namesOf('toaster')).toEqual(['toaster'])
    expect(await namesOf('products/kettle/product.js')).toEqual(['kettle'])
    expect(await namesOf('toaster', './products/kettle/product.js')).toEqual(['kettle', 'toaster'])
  })

  test('are those of the configuration where there is one', async () => {
    write('products/toaster/product.ts', `export const product = ${productNamed('toaster')}`)
    write('holon.config.ts', `export const products = [${productNamed('a')}, ${productNamed('b')}]`)
    expect(await namesOf()).toEqual(['a', 'b'])
    expect(await namesOf('b')).toEqual(['b'])
  })

  test('that are not there, or are none, are named with what to do', async () => {
    await expect(namesOf()).rejects.toMatchObject({
      code: 'name-unknown',
      fix: expect.stringContaining('products/'),
    })
    write('products/toaster/product.ts', `export const product = ${productNamed('toaster')}`)
    await expect(namesOf('kettle')).rejects.toMatchObject({
      code: 'name-unknown',
      fix: 'Use one of: toaster.',
    })
    await expect(namesOf('./nowhere.ts')).rejects.toMatchObject({ code: 'config-invalid' })
    write('products/kettle/product.ts', 'export const product = { system: 1 }')
    await expect(namesOf()).rejects.toMatchObject({
      code: 'config-invalid',
      message: expect.stringContaining(join('kettle', 'product.ts')),
    })
  })
})
