import type { FastifyInstance } from 'fastify'

import { readJson } from './body.ts'
import { allowOrigins } from './cors.ts'
import { docs } from './docs.ts'
import { answerNotFound } from './errors.ts'
import { demandKey } from './guard.ts'
import { apiHeaders } from './headers.ts'
import { refuseOtherMethods } from './methods.ts'
import { sharedSchemas } from './openapi/document.ts'
import { decisions } from './resources/decisions.ts'
import { episodes } from './resources/episodes.ts'
import { fairness } from './resources/fairness.ts'
import { faults } from './resources/faults.ts'
import { feedback } from './resources/feedback.ts'
import { flights } from './resources/flights.ts'
import { goals } from './resources/goals.ts'
import { health } from './resources/health.ts'
import { indicators } from './resources/indicators.ts'
import { latches } from './resources/latches.ts'
import { learning } from './resources/learning.ts'
import { loops } from './resources/loops.ts'
import { offPolicy } from './resources/off-policy.ts'
import { documentOf, openapi } from './resources/openapi.ts'
import { people } from './resources/people.ts'
import { power } from './resources/power.ts'
import { queue } from './resources/queue.ts'
import { scorecards } from './resources/scorecards.ts'
import { simulations } from './resources/simulations.ts'
import { stream } from './resources/stream.ts'
import { systems } from './resources/systems.ts'
import { utilities } from './resources/utilities.ts'
import type { Served } from './served.ts'

/** Who may call. */
export interface Access {
  readonly apiKey?: string
  readonly origins: readonly string[]
}

const keyed = [
  systems,
  decisions,
  feedback,
  episodes,
  queue,
  latches,
  goals,
  loops,
  stream,
  faults,
  people,
  utilities,
  flights,
  scorecards,
  indicators,
  fairness,
  offPolicy,
  learning,
  power,
  simulations,
]

/** Adds the API under `/api/v1`, and the page that documents it. */
export function api(app: FastifyInstance, served: Served, { apiKey, origins }: Access): void {
  const document = documentOf(app, served)
  docs(app, document)
  app.register(
    async (scope) => {
      scope.addHook('onRequest', apiHeaders)
      if (origins.length > 0) scope.addHook('onRequest', allowOrigins(origins))
      const refuse = refuseOtherMethods(scope)
      for (const [name, schema] of Object.entries(sharedSchemas)) scope.addSchema({ $id: name, ...schema })
      readJson(scope)
      health(scope, served)
      openapi(scope, document)
      await scope.register(async (inner) => {
        if (apiKey !== undefined) inner.addHook('onRequest', demandKey(apiKey))
        for (const resource of keyed) resource(inner, served)
      })
      scope.setNotFoundHandler(answerNotFound)
      refuse()
    },
    { prefix: '/api/v1' },
  )
}
