import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { createServer, type ServerOptions } from '../create-server.ts'
import { openLamps } from '../lamp.fixture.ts'
import { listen } from '../listen.ts'
import { precompress } from './precompress.ts'

let folder: string
let app: FastifyInstance
const script = `export const words = ${JSON.stringify('light '.repeat(2000))}`
const html = { accept: 'text/html,application/xhtml+xml' }

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holon-pages-'))
  for (const page of ['studio', 'lamps']) {
    await mkdir(join(folder, page, 'assets'), { recursive: true })
    await writeFile(join(folder, page, 'index.html'), `<!doctype html><title>${page}</title>`)
    await writeFile(join(folder, page, 'assets', 'main-B4kx9_aQ.js'), script)
  }
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(folder, 'lamps', '.env'), 'secret')
})

afterEach(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

async function serve(options: Partial<ServerOptions>): Promise<FastifyInstance> {
  app = createServer({
    systems: [await openLamps()],
    version: '1',
    logger: { error: () => undefined },
    ...options,
  })
  return app
}

const built = (): Partial<ServerOptions> => ({
  studio: join(folder, 'studio'),
  pages: { lamps: join(folder, 'lamps') },
})

describe('built pages', () => {
  test.each([
    ['/', 'studio'],
    ['/decisions/some-id?tab=2', 'studio'],
    ['/products/lamps/', 'lamps'],
    ['/products/lamps/rooms/hall', 'lamps'],
  ])('%s is a page of %s', async (url, title) => {
    const server = await serve(built())
    const response = await server.inject({ url, headers: html })
    expect(response.statusCode).toBe(200)
    expect(response.headers['content-type']).toMatch(/^text\/html/)
    expect(response.headers['cache-control']).toBe('no-cache')
    expect(response.body).toContain(`<title>${title}</title>`)
    expect(response.headers['content-security-policy']).toContain("default-src 'self'")
    expect(response.headers['content-security-policy']).not.toMatch(
      /script-src[^;]*(unsafe-inline|'unsafe-eval'|http)/,
    )
    expect(response.headers['x-content-type-options']).toBe('nosniff')
    expect(response.headers['referrer-policy']).toBe('no-referrer')
  })

  test('a product without its slash leads to it', async () => {
    const server = await serve(built())
    const response = await server.inject({ url: '/products/lamps', headers: html })
    expect(response.statusCode).toBe(301)
    expect(response.headers.location).toBe('/products/lamps/')
  })

  test('files named by their content are kept for ever', async () => {
    const server = await serve(built())
    const response = await server.inject('/products/lamps/assets/main-B4kx9_aQ.js')
    expect(response.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(response.body).toBe(script)
  })

  test.each([
    '/assets/gone-B4kx9_aQ.js',
    '/products/lamps/assets/gone.css',
    '/products/lamps/.env',
    '/products/lamps/../secret.txt',
    '/products/lamps/..%2fsecret.txt',
    '/products/lamps/%2e%2e/secret.txt',
    '/products/fridges/',
    '/api/nothing',
  ])('%s is not there', async (url) => {
    const server = await serve(built())
    const response = await server.inject({ url, headers: { accept: '*/*' } })
    expect(response.statusCode).toBeGreaterThanOrEqual(400)
    expect(response.statusCode).toBeLessThan(500)
    expect(response.body).not.toContain('secret\n')
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/)
  })

  test('are compressed once the server listens, and served so', async () => {
    const server = await serve(built())
    const url = await listen(server, { port: 0 })
    const assets = join(folder, 'studio', 'assets')
    await expect.poll(() => readdir(assets)).toHaveLength(3)
    const encoded = await server.inject({
      url: '/assets/main-B4kx9_aQ.js',
      headers: { 'accept-encoding': 'gzip, br' },
    })
    expect(encoded.headers['content-encoding']).toBe('br')
    expect(encoded.headers['content-type']).toMatch(/javascript/)
    expect(encoded.headers.vary).toMatch(/accept-encoding/i)
    expect(encoded.headers['cache-control']).toMatch(/immutable/)
    expect(brotliDecompressSync(encoded.rawPayload).toString()).toBe(script)
    expect(await (await fetch(`${url}/assets/main-B4kx9_aQ.js`)).text()).toBe(script)
    const gzipped = await server.inject({
      url: '/assets/main-B4kx9_aQ.js',
      headers: { 'accept-encoding': 'gzip' },
    })
    expect(gunzipSync(gzipped.rawPayload).toString()).toBe(script)
  })
})

describe('pages that are not built', () => {
  test('say so, and the API answers', async () => {
    const server = await serve({ studio: join(folder, 'nowhere'), pages: { lamps: join(folder, 'neither') } })
    for (const [url, name] of [
      ['/', 'studio'],
      ['/some/where', 'studio'],
      ['/products/lamps/', 'lamps'],
    ] as const) {
      const response = await server.inject({ url, headers: html })
      expect(response.statusCode).toBe(503)
      expect(response.body).toContain(`The page of ${name} is not built`)
      expect(response.body).toContain('npm start')
      expect(response.headers['content-security-policy']).toContain('frame-ancestors')
    }
    expect((await server.inject('/api/v1/health')).statusCode).toBe(200)
    expect((await server.inject('/favicon.ico')).statusCode).toBe(404)
  })

  test('without a studio the root leads to what there is', async () => {
    const server = await serve({ pages: { lamps: join(folder, 'lamps') } })
    const response = await server.inject('/')
    expect(response.body).toContain('href="/products/lamps/"')
    expect(response.body).toContain('href="/api/v1/docs/"')
  })
})

describe('precompress', () => {
  test('writes what is worth it, once, and again when a file changed', async () => {
    await serve({})
    const dist = join(folder, 'studio')
    expect(await precompress(dist)).toBe(2)
    expect(await precompress(dist)).toBe(0)
    const file = join(dist, 'assets', 'main-B4kx9_aQ.js')
    const later = new Date((await stat(`${file}.br`)).mtimeMs + 5000)
    await writeFile(file, script.replaceAll('light', 'heavy'))
    await utimes(file, later, later)
    expect(await precompress(dist)).toBe(2)
    expect(await readdir(join(dist, 'assets'))).toHaveLength(3)
  })
})
