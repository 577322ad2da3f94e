import type { LatchDocument, LatchReset } from 'holon'

import { within } from '../deadline.ts'
import { systemParam, tell } from '../openapi/told.ts'
import { list, ref } from '../schemas/build.ts'
import type { Resource } from '../served.ts'

interface Params {
  readonly system: string
}

/** Guardrails that have latched, and letting them go. */
export const latches: Resource = (app, { systems, patience }) => {
  app.get<{ Params: Params }>('/systems/:system/latches', read, ({ params }): readonly LatchDocument[] =>
    systems.named(params.system).latches(),
  )

  app.post<{ Params: Params; Body: LatchReset }>(
    '/systems/:system/latches/reset',
    reset,
    async ({ params, body }, reply) => {
      await within(patience, systems.named(params.system).resetLatch(body))
      reply.code(204).send()
    },
  )
}

const read = tell({
  summary: 'Latched guardrails',
  description: 'Each holds its safe experience until somebody resets it.',
  tag: 'systems',
  says: 'The guardrails that have latched.',
  answer: list(ref('Latch')),
  params: systemParam,
})

const reset = tell({
  summary: 'Reset a latched guardrail',
  description: 'Who and why goes into the log.',
  tag: 'systems',
  says: 'It is reset.',
  status: 204,
  params: systemParam,
  body: ref('LatchReset'),
})
