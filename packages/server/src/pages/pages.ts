import { existsSync } from 'node:fs'
import { join } from 'node:path'

import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import { answerNotFound } from '../errors.ts'
import { pageHeaders } from '../headers.ts'
import type { Log } from '../served.ts'
import { notBuilt, welcome } from './plain.ts'
import { precompress } from './precompress.ts'

/** Folders of built pages. */
export interface PageFolders {
  readonly studio?: string
  /** By the name of the system. */
  readonly products: Readonly<Record<string, string>>
}

/** Serves the studio at `/` and the page of each product at `/products/<name>/`, with everything below falling back to it. */
export function pages(app: FastifyInstance, { studio, products }: PageFolders, log: Log): void {
  for (const [name, folder] of Object.entries(products)) {
    const prefix = `/products/${name}`
    app.get(prefix, (_request, reply) => reply.redirect(`${prefix}/`, 301))
    app.register(async (scope) => page(scope, folder, name, log), { prefix })
  }
  app.register(async (scope) => {
    if (studio === undefined) welcomePage(scope, Object.keys(products))
    else page(scope, studio, 'studio', log)
  })
}

function welcomePage(scope: FastifyInstance, products: readonly string[]): void {
  scope.addHook('onRequest', pageHeaders)
  const html = welcome(products)
  scope.get('/', (_request, reply) => reply.type(htmlType).send(html))
  scope.setNotFoundHandler(answerNotFound)
}

const htmlType = 'text/html; charset=utf-8'

function page(scope: FastifyInstance, folder: string, name: string, log: Log): void {
  scope.addHook('onRequest', pageHeaders)
  if (existsSync(join(folder, 'index.html'))) builtPage(scope, folder, log)
  else unbuiltPage(scope, name)
}

function builtPage(scope: FastifyInstance, folder: string, log: Log): void {
  scope.register(fastifyStatic, {
    root: folder,
    preCompressed: true,
    cacheControl: false,
    dotfiles: 'ignore',
    setHeaders: (reply, path) => reply.header('cache-control', freshness(path)),
  })
  scope.setNotFoundHandler((request, reply) => {
    if (isNavigation(request)) reply.sendFile('index.html')
    else answerNotFound(request, reply)
  })
  scope.addHook('onListen', async () => {
    await precompress(folder).catch((err: unknown) => {
      log.error({ err, folder }, 'The page is served without compression')
    })
  })
}

/** Pages are few, and whoever is told to build one needs a page that says so wherever they look. */
function unbuiltPage(scope: FastifyInstance, name: string): void {
  const html = notBuilt(name)
  const answer = (request: FastifyRequest, reply: FastifyReply): void => {
    if (!isNavigation(request)) answerNotFound(request, reply)
    else reply.code(503).header('cache-control', 'no-store').type(htmlType).send(html)
  }
  scope.setNotFoundHandler(answer)
}

/** Files that carry a hash of their content in their name never change. */
const hashed = /-[\w-]{8,}\.\w+(\.br|\.gz)?$/

function freshness(path: string): string {
  return hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
}

/** Does a browser ask for a page, rather than for a file of one? */
function isNavigation({ method, url, headers }: FastifyRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  if (headers.accept?.includes('text/html') !== true) return false
  const [path = ''] = url.split('?')
  return !path.startsWith('/api/') && !/\.\w+$/.test(path)
}
