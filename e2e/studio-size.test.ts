import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { built, withStudio } from './studio-program.ts'

interface Chunk {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

const budget = 250_000

withStudio('the size of the studio', () => {
  /** Everything the first page needs before a person can use it: code, styles, and the font of its letters. */
  function firstRoute(): readonly string[] {
    const manifest: Record<string, Chunk> = JSON.parse(
      readFileSync(join(built, '.vite', 'manifest.json'), 'utf8'),
    )
    const files = new Set(['scheme.js'])
    const seen = new Set<string>()
    const visit = (name: string): void => {
      const chunk = manifest[name]
      if (chunk === undefined || seen.has(name)) return
      seen.add(name)
      for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
      for (const next of chunk.imports ?? []) visit(next)
    }
    for (const [name, chunk] of Object.entries(manifest)) if (chunk.isEntry) visit(name)
    for (const chunk of Object.values(manifest))
      if (/latin-wght-normal.*\.woff2$/.test(chunk.file)) files.add(chunk.file)
    return [...files]
  }

  test('the first page is at most 250 KB compressed, its font included', () => {
    const files = firstRoute()
    expect(files.filter((file) => file.endsWith('.js')).length).toBeGreaterThanOrEqual(2)
    expect(files.filter((file) => file.endsWith('.css')).length).toBeGreaterThanOrEqual(1)
    expect(files.filter((file) => file.endsWith('.woff2'))).toHaveLength(1)
    const sizes = files.map((file) => [file, compressed(file)] as const)
    const total = sizes.reduce((sum, [, size]) => sum + size, 0)
    expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(budget)
  })

  test('the diagram, its layout and the plots wait until they are asked for', () => {
    const code = firstRoute()
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(join(built, file), 'utf8'))
      .join()
    expect(code).not.toMatch(/react-flow__|org\.eclipse\.elk|u-legend/)
  })

  function compressed(file: string): number {
    const bytes = readFileSync(join(built, file))
    return file.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length
  }
})
