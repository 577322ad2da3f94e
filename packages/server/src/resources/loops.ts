import type { Duration, LoopOptions, LoopsDocument } from 'holon'

import { within } from '../deadline.ts'
import { systemParam, tell } from '../openapi/told.ts'
import { periodOf, textOf } from '../query.ts'
import { described, ref, text, time } from '../schemas/build.ts'
import type { Resource } from '../served.ts'

/** `GET /systems/{system}/loops`: loops through the world, as declared and as found. */
export const loops: Resource = (app, { systems, patience }) => {
  app.get<{ Params: { system: string } }>(
    '/systems/:system/loops',
    all,
    ({ params, query }): Promise<LoopsDocument> => {
      const [unit, delay] = [textOf(query, 'unit'), textOf(query, 'delay')]
      const options: LoopOptions = {
        ...periodOf(query),
        ...(unit !== undefined && { unit }),
        ...(delay !== undefined && { delays: [delay as Duration] }),
      }
      return within(patience, systems.named(params.system).loops(options))
    },
  )
}

const all = tell({
  summary: 'Loops through the world',
  description:
    'Declared loops, and what the log shows of them and of others: whether actions that chance made change what the system later reads, learns from or says. The rate of false alarms is that of the whole life of a system that is always asked the same way.',
  tag: 'systems',
  says: 'How each loop stands, and what is known of labels that came back for some.',
  answer: ref('Loops'),
  params: systemParam,
  query: {
    from: described('Decisions from this time on.', time),
    to: described('As it was known at this time.', time),
    unit: described('A public context field to compare with itself, where no loop says one.', text),
    delay: described('Look after this delay only, for example "1 day".', text),
  },
})
