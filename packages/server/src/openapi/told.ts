import { described, type JsonSchema, ref, text } from '../schemas/build.ts'

/** A route as the OpenAPI document tells it. */
export interface Told {
  readonly summary: string
  readonly description?: string
  readonly tag: 'decisions' | 'systems' | 'people' | 'simulation' | 'operation'
  readonly params?: Readonly<Record<string, JsonSchema>>
  readonly query?: Readonly<Record<string, JsonSchema>>
  readonly body?: JsonSchema
  /** Status of the answer when all is well; default 200. */
  readonly status?: number
  /** What that answer is, in words, and its schema. */
  readonly says: string
  readonly answer?: JsonSchema
  /** Media type of the answer; default JSON. */
  readonly media?: string
  /** With `as=sql` the answer is the SQL that the warehouse runs for it. */
  readonly sql?: boolean
  /** Open to who has no key. */
  readonly open?: boolean
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Absent on routes that are not part of the API. */
    readonly told?: Told
  }
}

/** Options of a route: what the document tells about it, and the schema its body must satisfy. */
export function tell(told: Told): { config: { told: Told }; schema: { body?: JsonSchema } } {
  return { config: { told }, schema: told.body === undefined ? {} : { body: told.body } }
}

/** The answer of every route when something is wrong. */
export const problemAnswer = {
  description: 'What was wrong, with a code for programs and what to do about it.',
  content: { 'application/problem+json': { schema: ref('Problem') } },
}

export const systemParam = { system: described('Name of a system.', text) }
export const idParam = { id: described('Id of a decision, as answered.', text) }
export const nameParam = { name: described('Name of a feedback, or `exposure`.', text) }
export const keyParam = { key: described('The key the value was sent with.', text) }
