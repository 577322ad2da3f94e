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
      theme: {
        title: 'Holon API',
        css: [{ filename: 'holon.css', content: look }],
        js: [{ filename: 'holon.js', content: darkness }],
      },
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

/** One server and one address of the document: no room for a choice of them. */
const look = `
.swagger-ui .scheme-container:not(:has(.authorize)), .swagger-ui .schemes-server-container, .swagger-ui .info .link { display: none }
.swagger-ui .info { margin: 2rem 0 1rem }
.swagger-ui .opblock-tag { font-size: 1.25rem }
html.dark-mode body { background: #1c2022 }
`

/** Follows the person's choice between light and dark. */
const darkness = `
const dark = matchMedia('(prefers-color-scheme: dark)')
const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches)
dark.addEventListener('change', follow)
follow()
`
