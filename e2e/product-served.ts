import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { createServer, listen } from '@holon/server'
import type { BackEntry, Holon, LatestDocument, Running, System } from 'holon'
import { chromium, optional, type Suite } from '../tools/optional.ts'

/** The folder of the built page of a product. */
export function builtPage(product: string): string {
  return join(import.meta.dirname, '..', 'products', product, 'page', 'dist')
}

/** Tests that drive the built page of a product, of which `file` is a part. */
export function withPageOf(product: string, file = 'index.html'): Suite {
  return optional(
    `Chromium and the built page of ${product}`,
    chromium() !== undefined && existsSync(join(builtPage(product), file)),
    'install chromium, and build the page with node tools/ready.mjs --pages',
  )
}

/** A product served for real, with its built page. */
export interface ServedProduct<S extends System> {
  readonly origin: string
  /** Of its page. */
  readonly url: string
  readonly running: Holon<S>
  /** Decisions, the latest first. */
  decisions(): Promise<LatestDocument['decisions']>
  /** What came back for a decision, by name. */
  back(id: string): Promise<Readonly<Record<string, BackEntry['value']>>>
  /** Ends the server, and the system at work. */
  close(): Promise<void>
}

/** Serves a system at work as a product of the same name. `origins`: of other pages that may ask it. */
export async function serveProduct<S extends System>(
  running: Holon<S>,
  origins: readonly string[] = [],
): Promise<ServedProduct<S>> {
  const server = createServer({
    systems: [running as unknown as Running],
    pages: { [running.name]: builtPage(running.name) },
    origins,
    version: '1',
    logger: { error: () => undefined },
  })
  const origin = await listen(server, { port: 0 })
  return {
    origin,
    url: `${origin}/products/${running.name}/`,
    running,
    decisions: async () => (await running.latest()).decisions,
    back: async (id) => {
      const { back } = await running.record(id)
      return Object.fromEntries(back.map(({ name, value }) => [name, value]))
    },
    close: async () => {
      await server.close()
      await running.close()
    },
  }
}

/** What the first view of a product loads. */
export interface FirstView {
  readonly html: string
  /** Scripts and styles that the page names, as paths in the folder of the built page. */
  readonly files: readonly string[]
  /** Bytes of page, scripts and styles, compressed. */
  readonly bytes: number
  /** Scripts in the page itself, which the content security policy would stop. */
  readonly inlineScripts: readonly string[]
}

/** What the first view of a built page loads, read from its files. */
export function firstView(product: string): FirstView {
  const folder = builtPage(product)
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const named = html.matchAll(new RegExp(`(?:src|href)="/products/${product}/([^"]+\\.(?:js|css))"`, 'g'))
  const files = Array.from(named, ([, file = '']) => file)
  const bytes = ['index.html', ...files].reduce((sum, file) => sum + compressed(join(folder, file)), 0)
  return { html, files, bytes, inlineScripts: html.match(/<script(?![^>]*\ssrc=)[^>]*>/g) ?? [] }
}

/** Bytes of a file as a server sends it, compressed. */
export function compressed(file: string): number {
  return gzipSync(readFileSync(file)).length
}
