import type { FastifyInstance } from 'fastify'

import { openApi, type ToldRoute, toldRoutes } from '../openapi/document.ts'
import { tell } from '../openapi/told.ts'
import { anyObject } from '../schemas/build.ts'
import type { Served } from '../served.ts'

/** Collects the routes added after this call, and answers with the document about them. */
export function documentOf(app: FastifyInstance, { systems, version }: Served): () => object {
  const routes: ToldRoute[] = []
  app.addHook('onRoute', (route) => {
    routes.push(...toldRoutes(route))
  })
  let known: object | undefined
  return () => {
    known ??= openApi(
      version,
      app.holon.hasKey,
      routes,
      systems.all.map((system) => system.document()),
    )
    return known
  }
}

/** `GET /openapi.json` */
export function openapi(app: FastifyInstance, document: () => object): void {
  app.get('/openapi.json', told, document)
}

const told = tell({
  summary: 'This document',
  tag: 'operation',
  open: true,
  says: 'The API in OpenAPI 3.1.',
  answer: anyObject,
})
