import { HolonError, type Running } from 'holon'

import { Broadcast } from '../broadcast.ts'
import { systemParam, tell } from '../openapi/told.ts'
import { ref } from '../schemas/build.ts'
import type { Resource } from '../served.ts'

/** Readers one system admits at a time. */
const readersLimit = 256

/** `GET /systems/{system}/stream`: what happens from now on, as server-sent events. */
export const stream: Resource = (app, { systems }) => {
  const broadcasts = new Map<Running, Broadcast>(
    systems.all.map((system) => [system, new Broadcast((listener) => system.subscribe(listener))]),
  )

  app.get<{ Params: { system: string } }>(
    '/systems/:system/stream',
    { ...told, exposeHeadRoute: false },
    ({ params }, reply) => {
      const broadcast = broadcasts.get(systems.named(params.system))
      if (broadcast === undefined || broadcast.readers >= readersLimit) throw tooMany
      reply.hijack()
      const headers = { ...reply.getHeaders(), 'content-type': 'text/event-stream; charset=utf-8' }
      reply.raw.writeHead(200, headers as Record<string, string>)
      broadcast.add(reply.raw)
    },
  )

  app.addHook('preClose', async () => {
    for (const broadcast of broadcasts.values()) broadcast.end()
  })
}

const tooMany = new HolonError(
  'too-slow',
  `${readersLimit} readers follow this system already.`,
  'Close a page that is not needed, or try later.',
)

const told = tell({
  summary: 'What happens now',
  description:
    'Server-sent events: `decision`, `feedback`, `event`, `alert`. A reader that is too slow misses some, and `dropped` says how many.',
  tag: 'systems',
  says: 'A stream of events.',
  answer: ref('StreamMessage'),
  media: 'text/event-stream',
  params: systemParam,
})
