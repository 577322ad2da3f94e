import type { IncomingHttpHeaders } from 'node:http'

import type {
  Answer,
  DecideAnswer,
  DecideRequest,
  Json,
  LatestDocument,
  RecordDocument,
  ReplayDocument,
} from 'holon'

import { within } from '../deadline.ts'
import { idParam, systemParam, tell } from '../openapi/told.ts'
import { integerOf } from '../query.ts'
import { restOfTurn } from '../rest-of-turn.ts'
import { described, integer, ref, text } from '../schemas/build.ts'
import type { Resource } from '../served.ts'

interface DecideRoute {
  Params: { system: string; decision: string }
  Body: DecideRequest
}

const usualPage = 50
const largestPage = 1000

/** Deciding, and reading what was decided. */
export const decisions: Resource = (app, { systems, patience }) => {
  app.post<DecideRoute>('/systems/:system/decisions/:decision', decide, async (request, reply) => {
    const { body, params } = request
    await restOfTurn()
    const work = systems
      .named(params.system)
      .decide(params.decision, body.context, withKey(body, request.headers))
    const answer = await within(patience, work)
    reply.code(201)
    return onWire(answer)
  })

  app.get<{ Params: { system: string } }>(
    '/systems/:system/decisions',
    latest,
    (request): Promise<LatestDocument> => {
      const limit = integerOf(request.query, 'limit', 1, largestPage) ?? usualPage
      const before = integerOf(request.query, 'before', 1, Number.MAX_SAFE_INTEGER)
      const page = before === undefined ? { limit } : { limit, before }
      return within(patience, systems.named(request.params.system).latest(page))
    },
  )

  app.get<{ Params: { id: string } }>(
    '/decisions/:id',
    record,
    ({ params }): Promise<RecordDocument> =>
      within(
        patience,
        systems.issuerOf((system) => system.record(params.id)),
      ),
  )

  app.post<{ Params: { id: string } }>(
    '/decisions/:id/replay',
    replay,
    ({ params }): Promise<ReplayDocument> =>
      within(
        patience,
        systems.issuerOf((system) => system.replay(params.id)),
      ),
  )
}

/** The idempotency key may stand in the body or, as proxies and HTTP clients expect, in a header. */
export function withKey<T extends { readonly key?: string }>(body: T, headers: IncomingHttpHeaders): T {
  const header = headers['idempotency-key']
  if (header === undefined || body.key !== undefined) return body
  return { ...body, key: String(header) }
}

/** Named one by one: what `...rest` leaves over is slow to make, and slow to write as JSON. */
function onWire(answer: Answer): DecideAnswer {
  const { text, explanation, code, episode } = answer
  return {
    id: answer.id,
    experience: {
      name: answer.experience,
      style: answer.style,
      forcefulness: answer.forcefulness,
      parameters: answer.parameters as Json,
      ...(text !== undefined && { text }),
    },
    prediction: answer.prediction,
    reason: answer.reason,
    degraded: answer.degraded,
    guardrails: answer.guardrails,
    propensity: answer.propensity,
    audits: answer.audits,
    model: answer.model,
    arms: answer.arms,
    snapshot: answer.snapshot,
    ...(explanation !== undefined && { explanation }),
    ...(code !== undefined && { code }),
    ...(episode !== undefined && { episode }),
  }
}

const decide = tell({
  summary: 'Decide',
  description:
    'Answers with the experience to present, after the record is on disk. It answers by the fallback, and says so in `degraded`, `reason` and `code`, when a model or a policy fails.',
  tag: 'decisions',
  says: 'The experience to present, and why.',
  status: 201,
  answer: ref('DecideAnswer'),
  params: { ...systemParam, decision: described('Name of a decision.', text) },
  body: ref('DecideRequest'),
})

const latest = tell({
  summary: 'Latest decisions',
  tag: 'decisions',
  says: 'Decisions, latest first.',
  answer: ref('Latest'),
  params: systemParam,
  query: {
    limit: described(`How many; at most ${largestPage}, ${usualPage} if not given.`, integer),
    before: described('Only those before this position: `next` of the page before.', integer),
  },
})

const record = tell({
  summary: 'One decision',
  tag: 'decisions',
  says: 'The record, with everything that came back.',
  answer: ref('Record'),
  params: idParam,
})

const replay = tell({
  summary: 'Decide once more',
  tag: 'decisions',
  says: 'The recorded and the replayed decision, stage by stage.',
  answer: ref('Replay'),
  params: idParam,
})
