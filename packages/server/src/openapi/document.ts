import type { RouteOptions } from 'fastify'
import type { JsonObject, SystemDocument } from 'holon'

import { sqlMedia } from '../as-sql.ts'
import { described, type JsonSchema, text, word } from '../schemas/build.ts'
import { decisionSchemas } from '../schemas/decision.ts'
import { fairnessSchemas } from '../schemas/fairness.ts'
import { flightSchemas } from '../schemas/flight.ts'
import { followingSchemas } from '../schemas/following.ts'
import { indicatorSchemas } from '../schemas/indicators.ts'
import { learningSchemas } from '../schemas/learning.ts'
import { loopSchemas } from '../schemas/loops.ts'
import { offPolicySchemas } from '../schemas/off-policy.ts'
import { operationSchemas } from '../schemas/operation.ts'
import { powerSchemas } from '../schemas/power.ts'
import { scorecardSchemas } from '../schemas/scorecard.ts'
import { simulationSchemas } from '../schemas/simulation.ts'
import { systemSchemas } from '../schemas/system.ts'
import { utilitySchemas } from '../schemas/utilities.ts'
import { inDocument } from './in-document.ts'
import { additionOf } from './operations.ts'
import { problemAnswer, type Told } from './told.ts'

/** All shared schemas by name. */
export const sharedSchemas: Readonly<Record<string, JsonSchema>> = {
  ...systemSchemas,
  ...decisionSchemas,
  ...followingSchemas,
  ...operationSchemas,
  ...loopSchemas,
  ...utilitySchemas,
  ...flightSchemas,
  ...scorecardSchemas,
  ...indicatorSchemas,
  ...fairnessSchemas,
  ...offPolicySchemas,
  ...learningSchemas,
  ...powerSchemas,
  ...simulationSchemas,
}

/** A route of the API: `url` has `:name` for parameters. */
export interface ToldRoute extends Told {
  readonly method: string
  readonly url: string
}

/** The routes that the document tells, out of one registration with Fastify. */
export function toldRoutes({ config, method, url }: RouteOptions): readonly ToldRoute[] {
  const told = config?.told
  if (told === undefined) return []
  return [method].flat().flatMap((one) => (one === 'HEAD' ? [] : [{ ...told, method: one, url }]))
}

/**
 * The OpenAPI 3.1 document: the routes of the server, and for every decision an operation of its own whose context,
 * parameters and feedback are typed by the schemas of the system.
 */
export function openApi(
  version: string,
  hasKey: boolean,
  routes: readonly ToldRoute[],
  systems: readonly SystemDocument[],
): JsonObject {
  const additions = systems.flatMap((system) => system.decisions.map((one) => additionOf(system, one)))
  const shared = Object.entries(sharedSchemas).map(([name, schema]) => [name, inDocument(schema)] as const)
  return {
    openapi: '3.1.1',
    info: {
      title: 'Holon',
      version,
      description:
        'Decisions of running systems, what came back for them, and what the systems reach. Every error is a problem (RFC 9457) with a `code` for programs and a `fix` for people.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    ...(hasKey && { security: [{ key: [] }] }),
    tags: [...systems.map(({ name, purpose }) => ({ name, description: purpose })), ...tags],
    paths: { ...Object.fromEntries(additions.map((one) => [one.path, one.operations])), ...pathsOf(routes) },
    components: {
      schemas: Object.assign(Object.fromEntries(shared), ...additions.map((one) => one.schemas)),
      ...(hasKey && { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } }),
    },
  }
}

const tags = [
  { name: 'decisions', description: 'Decide, and send back what came of it.' },
  { name: 'systems', description: 'What is declared, what happens, what is reached.' },
  { name: 'people', description: 'The rights of people over what is known about them.' },
  { name: 'simulation', description: 'Rehearse a system with simulated people, in virtual time.' },
  { name: 'operation', description: 'Is all well?' },
]

function pathsOf(routes: readonly ToldRoute[]): JsonObject {
  const paths: Record<string, JsonObject> = {}
  for (const route of routes) {
    const path = route.url.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, path) }
  }
  return paths
}

function operationOf(route: ToldRoute, path: string): JsonObject {
  const { method, summary, description, tag, body, open, status = 200 } = route
  return {
    operationId: `${method.toLowerCase()}${path.replace(/\W+/g, '-').replace(/-$/, '')}`,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    ...(open === true && { security: [] }),
    parameters: [
      ...parametersIn('path', route.params),
      ...parametersIn('query', { ...route.query, ...(route.sql === true && asSql) }),
    ],
    ...(body !== undefined && {
      requestBody: { required: true, content: { 'application/json': { schema: inDocument(body) } } },
    }),
    responses: { [status]: answerOf(route), default: inDocument(problemAnswer) },
  }
}

const asSql = {
  as: described(
    'As JSON, or as the SQL that the warehouse runs for it, with the number that is shown as the column `value`.',
    word('json', 'sql'),
  ),
}

function answerOf({ says, answer, media = 'application/json', sql }: ToldRoute): JsonObject {
  if (answer === undefined) return { description: says }
  const content = {
    [media]: { schema: inDocument(answer) },
    ...(sql === true && { [sqlMedia]: { schema: text } }),
  }
  return { description: says, content }
}

function parametersIn(
  place: 'path' | 'query',
  parameters: Readonly<Record<string, JsonSchema>> = {},
): readonly JsonObject[] {
  return Object.entries(parameters).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required: place === 'path',
    ...(description !== undefined && { description }),
    schema,
  }))
}
