import fastifySwagger from '@fastify/swagger'
import fastifySwaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'

import { pageHeaders } from './headers.ts'

/** The interactive page about the API at `/api/v1/docs`. It loads nothing from elsewhere. */
export function docs(app: FastifyInstance, document: () => object): void {
  app.register(async (scope) => {
    scope.addHook('onRequest', pageHeaders)
    await scope.register(fastifySwagger, {
      mode: 'static',
      // The document is asked for when it is shown: by then all routes are known.
      specification: { document: {} as never },
    })
    await scope.register(fastifySwaggerUi, {
      routePrefix: '/api/v1/docs',
      theme: { title: 'Holon API' },
      transformSpecification: document,
      transformSpecificationClone: false,
      uiConfig: {
        layout: 'BaseLayout',
        docExpansion: 'list',
        tryItOutEnabled: true,
        displayRequestDuration: true,
        defaultModelsExpandDepth: -1,
        persistAuthorization: false,
      },
    })
  })
}
