import type { Evaluated, Evaluation, EvaluationContext, Flags } from '@holon/flags'
import type { FastifyInstance } from 'fastify'
import type { Json } from 'holon'

import { within } from '../deadline.ts'
import type { Served } from '../served.ts'
import { described, type Failure } from './failure.ts'
import { isKnown, type Revision } from './revision.ts'

/** A flag as the protocol writes it. */
interface Evaluating {
  readonly key: string
  readonly value?: Json
  readonly reason: string
  readonly variant: string
  readonly metadata: Evaluation['metadata']
}

interface Body {
  readonly Body: { readonly context?: EvaluationContext } | null | undefined
}

/** One flag, evaluated where it is acted on: the person meets it. */
export function evaluateOne(app: FastifyInstance, { patience, systems }: Served, flags: Flags): void {
  app.post<Body & { Params: { key: string } }>(
    '/evaluate/flags/:key',
    { schema: { body } },
    ({ params, body }): Promise<Evaluating> => {
      const work = async (): Promise<Evaluating> => {
        const evaluation = await flags.evaluate(params.key, 'any', body?.context ?? {})
        await systems.issuerOf((system) => system.feedback(evaluation.id, 'exposure', true))
        return onWire(evaluation)
      }
      return within(patience, work())
    },
  )
}

/** All flags, to be kept by a client: whether somebody meets one is not known. */
export function evaluateAll(
  app: FastifyInstance,
  { patience }: Served,
  { flags, revision }: { readonly flags: Flags; readonly revision: Revision },
): void {
  app.post<Body>('/evaluate/flags', { schema: { body } }, async ({ body, headers }, reply) => {
    const context = body?.context ?? {}
    const tag = revision.tag(context)
    reply.header('etag', tag)
    if (isKnown(tag, headers['if-none-match'])) return reply.code(304).send()
    const evaluated = await within(patience, flags.evaluateAll(context))
    return { flags: evaluated.map(eachOnWire) }
  })
}

/** What is known of the person may be nothing. */
const body = { type: ['object', 'null'], properties: { context: { type: 'object' } } }

const onWire = ({ id: _, ...evaluation }: Evaluation): Evaluating => evaluation

const eachOnWire = (one: Evaluated): Evaluating | Failure =>
  'error' in one ? { key: one.key, ...described(one.error) } : onWire(one)
