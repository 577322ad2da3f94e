import type { FeedbackRequest } from 'holon'

import { within } from '../deadline.ts'
import { idParam, keyParam, nameParam, tell } from '../openapi/told.ts'
import { ref } from '../schemas/build.ts'
import type { Resource } from '../served.ts'
import { withKey } from './decisions.ts'

interface Named {
  readonly id: string
  readonly name: string
}

interface Keyed extends Named {
  readonly key: string
}

/** What comes back for a decision: feedback, corrections, outcomes by their names, exposures as `exposure`. */
export const feedback: Resource = (app, { systems, patience }) => {
  app.post<{ Params: { id: string }; Body: FeedbackRequest }>(
    '/decisions/:id/feedback',
    send,
    async (request, reply) => {
      const { name, value } = request.body
      const options = withKey(request.body, request.headers)
      const { id } = request.params
      await within(
        patience,
        systems.issuerOf((system) => system.feedback(id, name, value, options)),
      )
      reply.code(202).send()
    },
  )

  app.put<{ Params: Keyed; Body: Pick<FeedbackRequest, 'value'> }>(
    '/decisions/:id/feedback/:name/:key',
    change,
    async (request, reply) => {
      const { id, name, key } = request.params
      const { value } = request.body
      const work = systems.issuerOf((system) => system.feedback(id, name, value, { key, change: true }))
      await within(patience, work)
      reply.code(202).send()
    },
  )

  app.delete<{ Params: Named }>('/decisions/:id/feedback/:name', retractAll, async ({ params }, reply) => {
    await within(
      patience,
      systems.issuerOf((system) => system.retract(params.id, params.name)),
    )
    reply.code(202).send()
  })

  app.delete<{ Params: Keyed }>(
    '/decisions/:id/feedback/:name/:key',
    retractOne,
    async ({ params }, reply) => {
      const { id, name, key } = params
      await within(
        patience,
        systems.issuerOf((system) => system.retract(id, name, { key })),
      )
      reply.code(202).send()
    },
  )
}

const durable = { says: 'It is on disk.', status: 202 }

const send = tell({
  summary: 'Send back',
  description: 'The same name and key again changes nothing, so repeating after a failure is safe.',
  tag: 'decisions',
  ...durable,
  params: idParam,
  body: ref('FeedbackRequest'),
})

const change = tell({
  summary: 'Change what was sent back',
  tag: 'decisions',
  ...durable,
  params: { ...idParam, ...nameParam, ...keyParam },
  body: ref('FeedbackChange'),
})

const retractAll = tell({
  summary: 'Take back all values of a name',
  tag: 'decisions',
  ...durable,
  params: { ...idParam, ...nameParam },
})

const retractOne = tell({
  summary: 'Take back one value',
  tag: 'decisions',
  ...durable,
  params: { ...idParam, ...nameParam, ...keyParam },
})
